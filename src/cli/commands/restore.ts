/** `larder restore`: a data folder, and a database, from a backup. */
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
    .description('Restore a backup into an empty data folder, and an empty PostgreSQL database if it is of one')
    .argument('<folder>', 'where `larder backup` has written it')
    .option('--json', 'print a line of JSON for each finding, and one with the counts at the end')
    .action(restore)
    .addHelpText(
      'after',
      '\nNothing is ever replaced. Exits with 0 if everything was restored; with 1 if nothing was, or if the backup\n' +
        'lacks blobs, which are named. After an interruption, the same command goes on.',
    );
  examples(command, ['larder restore /srv/backup/larder --data-dir /var/lib/larder']);
}

async function restore(folder: string, { json = false, ...flags }: Options): Promise<void> {
  const stop = interruption();
  const server = await import('../../server/backup/restore.ts');
  const environment = { ...process.env, ...serverSettingsOf(flags) };
  const { manifest, dataDir, findings } = await withProgress((progress) =>
    server.restore(environment, folder, { progress, stop }),
  ).catch(explained(flags, 'Interrupted. Run the same command again to go on.', stop));
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
      : `Restored ${organization.slug} as of ${begun} to ${printable(dataDir)}: a database of ${sizeOf(database.bytes)} and ${restored} blobs.\n`,
  );
  if (findings.length === 0) return;
  process.exitCode = exitCodeOf('failed');
  tell('The backup lacks these blobs. Publish their packages again, or copy the files from another backup.');
}
