/** `larder backup`: copies the database and the blobs to a folder. Safe while servers run. */
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
    .description('Back up the database and blobs to a folder, incrementally (safe while servers run)')
    .argument('<folder>', 'an existing backup, an empty folder, or a folder to create')
    .option('--verify', 'verify the backup in the folder instead, and list the damage')
    .option('--json', 'print one line of JSON per finding, and one with the totals at the end')
    .action((folder: string, options: Options) => (options.verify ? verify(folder, options) : backUp(folder, options)))
    .addHelpText(
      'after',
      '\nExits with 0 if the backup is complete and intact, and with 1 if blobs are missing; they are listed.\n' +
        'If a backup fails or is interrupted, the previous backup in the folder stays valid.',
    );
  examples(command, ['larder backup /srv/backup/larder', 'larder backup /srv/backup/larder --verify --json']);
}

async function backUp(folder: string, { json = false, ...flags }: Options): Promise<void> {
  const stop = interruption();
  const server = await import('../../server/backup/back-up.ts');
  const environment = { ...process.env, ...serverSettingsOf(flags) };
  const report = await withProgress((progress) => server.backUp(environment, folder, { progress, stop })).catch(
    explained(flags, 'Interrupted. A previous backup in the folder is still valid.', stop),
  );
  for (const finding of report.findings) await writeFinding(finding, json);
  await write(json ? `${jsonOf(summaryOf(folder, report))}\n` : sentenceOf(folder, report));
  tell(
    `${folder} contains the signing keys of all registries. Only its owner can read it (mode 0700); protect copies of it in the same way.`,
  );
  if (report.findings.length === 0) return;
  tell('The data folder has lost these blobs. Publish their packages again. `larder check --hash` lists them, too.');
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
  const lost = findings.length === 0 ? '' : `, ${findings.length} lost`;
  return (
    `Backed up ${organization.slug} to ${printable(folder)}: database of ${sizeOf(database.bytes)}, ` +
    `${blobs.count} blobs (${sizeOf(blobs.bytes)}); ${copied} copied (${sizeOf(copiedBytes)}), ${removed} removed${lost}.\n`
  );
}

/** Changes nothing, so a signal may end it at any moment. */
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
      : `Backup of ${begun}: database of ${sizeOf(database.bytes)}, ${blobs.count} blobs (${sizeOf(blobs.bytes)}): ${findings === 0 ? 'all is well' : `${findings} ${findings === 1 ? 'finding' : 'findings'}`}.\n`,
  );
  if (unchecked !== undefined) tell(unchecked);
  if (findings === 0) return;
  process.exitCode = exitCodeOf('failed');
  tell(
    'Remove the blobs that have different bytes, then back up again: missing blobs and blobs of a different size are copied again.',
  );
}
