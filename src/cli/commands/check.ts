/** `larder check`: verifies that each record has its file, and each file its record. */
import type { Command } from 'commander';
import type { CheckCounts, Finding } from '../../server/check-existing-storage.ts';
import { CommandError } from '../command-error.ts';
import { examples } from '../examples.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { serverSettingsOf, withFlags, withServerSettings, type SettingOptions } from '../server-settings.ts';
import { openProgressLine } from '../progress-line.ts';
import { sizeOf } from '../size.ts';
import { jsonOf, printable, tell, write } from '../terminal.ts';

interface Options extends Pick<SettingOptions, 'dataDir' | 'databaseUrl'> {
  readonly hash?: boolean;
  readonly repair?: boolean;
  readonly json?: boolean;
}

export function addCheck(program: Command): void {
  const command = program.command('check');
  withServerSettings(command, ['dataDir', 'databaseUrl'])
    .description(
      'Verify stored files against the database (safe while servers run), and list packages that are left out of an index or rejected by this version',
    )
    .option('--hash', 'read all files and compare their digests')
    .option('--repair', 'remove files without a record; records are never changed')
    .option('--json', 'print one line of JSON per finding, and one with the totals at the end')
    .action(check)
    .addHelpText('after', '\nExits with 0 if there are no findings or --repair removed all of them, otherwise with 1.');
  examples(command, ['larder check', 'larder check --hash --json', 'larder check --repair']);
}

interface Summary extends CheckCounts {
  readonly findings: number;
  /** The number of findings that were removed. */
  readonly removed: number;
}

async function check({ hash = false, repair = false, json = false, ...flags }: Options): Promise<void> {
  const { checkExistingStorage, UnusableSettings } = await import('../../server/check-existing-storage.ts');
  const progress = openProgressLine();
  let [findings, removed, removable] = [0, 0, 0];
  const found = async (finding: Finding): Promise<void> => {
    findings += 1;
    if (finding.removed) removed += 1;
    else if (removableKinds.has(finding.kind)) removable += 1;
    progress.clear();
    await write(json ? `${jsonOf(finding)}\n` : lineOf(finding));
  };
  const counts = await checkExistingStorage(
    { ...process.env, ...serverSettingsOf(flags) },
    {
      hash,
      repair,
      found,
      progress: ({ records, bytes }) => progress.show(() => `${records} records, ${sizeOf(bytes)}`),
    },
  ).catch((error: unknown) => {
    throw error instanceof UnusableSettings ? new CommandError('usage', withFlags(error.message, flags)) : error;
  });
  progress.clear();
  const summary: Summary = { ...counts, findings, removed };
  await write(json ? `${JSON.stringify(summary)}\n` : sentenceOf(summary));
  if (findings === removed) return;
  process.exitCode = exitCodeOf('failed');
  if (removable > 0) tell('Orphaned and left-behind files can be removed with: larder check --repair');
}

const removableKinds: ReadonlySet<Finding['kind']> = new Set(['orphan', 'left-behind']);

function lineOf({ kind, at, detail, removed }: Finding): string {
  return `${kind.padEnd(12)}  ${printable(at)}  ${printable(detail)}${removed ? '; removed' : ''}\n`;
}

function sentenceOf({ records, files, bytes, findings, removed }: Summary): string {
  const looked = `Compared ${records} records and ${files} files (${sizeOf(bytes)}): `;
  if (findings === 0) return `${looked}all is well.\n`;
  return `${looked}${findings} ${findings === 1 ? 'finding' : 'findings'}${removed === 0 ? '' : `, ${removed} of them removed`}.\n`;
}
