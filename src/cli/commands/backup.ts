/** `larder backup`: a copy of the database and of the blobs, while servers run or not. */
import type { Command } from 'commander';
import type { BackupReport } from '../../server/backup/back-up.ts';
import { explained, withProgress, writeFinding } from '../backup-findings.ts';
import { examples } from '../examples.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { interruption } from '../interruption.ts';
import { serverSettingsOf, withServerSettings, type SettingOptions } from '../server-settings.ts';
import { sizeOf } from '../size.ts';
import { jsonOf, printable, tell, write } from '../terminal.ts';

interface Options extends Pick<SettingOptions, 'dataDir' | 'databaseUrl'> {
  readonly verify?: boolean;
  readonly json?: boolean;
}

export function addBackup(program: Command): void {
  const command = program.command('backup');
  withServerSettings(command, ['dataDir', 'databaseUrl'])
    .description('Back up database and blobs to a folder, while servers run or not; again, it copies only what is new')
    .argument('<folder>', 'where the backup is: an earlier backup, an empty folder, or one to be made')
    .option('--verify', 'back up nothing: read the backup in the folder, and name what is broken')
    .option('--json', 'print a line of JSON for each finding, and one with the counts at the end')
    .action((folder: string, options: Options) => (options.verify ? verify(folder, options) : backUp(folder, options)))
    .addHelpText(
      'after',
      '\nExits with 0 if the backup is complete and intact, else with 1: then it lacks blobs, which are named.\n' +
        'An interrupted or failed backup leaves the earlier one in the folder valid.',
    );
  examples(command, ['larder backup /srv/backup/larder', 'larder backup /srv/backup/larder --verify --json']);
}

async function backUp(folder: string, { json = false, ...flags }: Options): Promise<void> {
  const stop = interruption();
  const server = await import('../../server/backup/back-up.ts');
  const environment = { ...process.env, ...serverSettingsOf(flags) };
  const report = await withProgress((progress) => server.backUp(environment, folder, { progress, stop })).catch(
    explained(flags, 'Interrupted. An earlier backup in the folder is valid.', stop),
  );
  for (const finding of report.findings) await writeFinding(finding, json);
  await write(json ? `${jsonOf(summaryOf(folder, report))}\n` : sentenceOf(folder, report));
  tell(
    `${folder} has the signing keys of all registries in it: only its owner may read it (mode 0700). Keep copies as safe.`,
  );
  if (report.findings.length === 0) return;
  tell('The data folder has lost these blobs. Publish their packages again; `larder check --hash` names them too.');
  process.exitCode = exitCodeOf('failed');
}

function summaryOf(folder: string, { manifest, copied, copiedBytes, removed, findings }: BackupReport): object {
  const { begun, organization, database, blobs } = manifest;
  return {
    folder,
    begun,
    organization: organization.slug,
    database: { kind: database.kind, bytes: database.bytes },
    blobs: blobs.count,
    bytes: blobs.bytes,
    copied,
    copiedBytes,
    removed,
    findings: findings.length,
  };
}

function sentenceOf(folder: string, { manifest, copied, copiedBytes, removed, findings }: BackupReport): string {
  const { organization, database, blobs } = manifest;
  const lost = findings.length === 0 ? '' : `, ${findings.length} are lost`;
  return (
    `Backed up ${organization.slug} to ${printable(folder)}: a database of ${sizeOf(database.bytes)} and ` +
    `${blobs.count} blobs (${sizeOf(blobs.bytes)}); ${copied} copied (${sizeOf(copiedBytes)}), ${removed} removed${lost}.\n`
  );
}

/** Changes nothing, so that a signal may end it at any moment. */
async function verify(folder: string, { json = false }: Options): Promise<void> {
  const { verifyBackup } = await import('../../server/backup/verify.ts');
  let findings = 0;
  const { manifest, unchecked } = await withProgress((progress, line) =>
    verifyBackup(folder, {
      progress,
      found: async (finding) => {
        findings += 1;
        line.clear();
        await writeFinding(finding, json);
      },
    }),
  ).catch(explained());
  const { begun, database, blobs } = manifest;
  const summary = { folder, begun, database: { kind: database.kind, bytes: database.bytes }, blobs: blobs.count };
  await write(
    json
      ? `${jsonOf({ ...summary, bytes: blobs.bytes, findings })}\n`
      : `The backup of ${begun} has a database of ${sizeOf(database.bytes)} and ${blobs.count} blobs (${sizeOf(blobs.bytes)}): ${findings === 0 ? 'all is well' : `${findings} ${findings === 1 ? 'finding' : 'findings'}`}.\n`,
  );
  if (unchecked !== undefined) tell(unchecked);
  if (findings === 0) return;
  process.exitCode = exitCodeOf('failed');
  tell(
    'Back up again: blobs that are missing or have another size are copied again. Remove those that have other bytes first.',
  );
}
