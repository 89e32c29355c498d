/** Restores a data folder and a database from a backup, for `larder restore`. */
import { explained, withProgress, writeFinding } from './backup-findings.ts';
import { exitCodeOf } from './exit-codes.ts';
import { interruption } from './interruption.ts';
import { serverSettingsOf, type SettingOptions } from './server-settings.ts';
import { sizeOf } from './size.ts';
import { jsonOf, printable, tell, write } from './terminal.ts';

export interface BackupOptions extends Pick<SettingOptions, 'dataDir' | 'databaseUrl'> {
  readonly json?: boolean;
}

/** Ignores other options: those of connections have the names of other settings. */
export async function restoreBackup(
  folder: string,
  { json = false, dataDir: into, databaseUrl }: BackupOptions,
): Promise<void> {
  const stop = interruption();
  const flags = {
    ...(into === undefined ? {} : { dataDir: into }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  };
  const server = await import('../server/backup/restore.ts');
  const environment = { ...process.env, ...serverSettingsOf(flags) };
  const { manifest, dataDir, findings } = await withProgress((progress) =>
    server.restore(environment, folder, { progress, stop }),
  ).catch(explained(flags, 'Interrupted. Run the same command again to continue.', stop));
  for (const finding of findings) await writeFinding(finding, json);
  const { begun, organization, database, blobs } = manifest;
  const restored = blobs.count - findings.length;
  const summary = {
    folder,
    begun,
    dataDir,
    organization: organization.slug,
    blobs: restored,
    findings: findings.length,
  };
  await write(
    json
      ? `${jsonOf(summary)}\n`
      : `Restored ${organization.slug} as of ${begun} to ${printable(dataDir)}: database of ${sizeOf(database.bytes)}, ${restored} blobs.\n`,
  );
  if (findings.length === 0) return;
  process.exitCode = exitCodeOf('failed');
  tell('These blobs are missing from the backup. Publish their packages again, or copy the files from another backup.');
}
