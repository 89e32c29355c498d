/** `larder restore`: restores a data folder and a database from a backup. */
import type { Command } from 'commander';
import { explained, withProgress, writeFinding } from '../backup-findings.ts';
import { examples } from '../examples.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { interruption } from '../interruption.ts';
import { serverSettingsOf, withServerSettings, type SettingOptions } from '../server-settings.ts';
import { sizeOf } from '../size.ts';
import { jsonOf, printable, tell, write } from '../terminal.ts';

interface Options extends Pick<SettingOptions, 'dataDir' | 'databaseUrl'> {
  readonly json?: boolean;
}

export function addRestore(program: Command): void {
  const command = program.command('restore');
  withServerSettings(command, ['dataDir', 'databaseUrl'])
    .description('Restore a backup into an empty data folder (and an empty database, for PostgreSQL)')
    .argument('<folder>', 'the folder that `larder backup` wrote')
    .option('--json', 'print one line of JSON per finding, and one with the totals at the end')
    .action(restore)
    .addHelpText(
      'after',
      '\nNever replaces anything. Exits with 0 if everything was restored, and with 1 if nothing was or if the backup\n' +
        'lacks blobs; they are listed. After an interruption, run the same command again to continue.',
    );
  examples(command, ['larder restore /srv/backup/larder --data-dir /var/lib/larder']);
}

async function restore(folder: string, { json = false, ...flags }: Options): Promise<void> {
  const stop = interruption();
  const server = await import('../../server/backup/restore.ts');
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
