/** What `larder backup` and `larder restore` have in common: their findings, their progress and their refusals. */
import { CommandError } from './command-error.ts';
import { withFlags, type SettingOptions } from './server-settings.ts';
import { openProgressLine, type ProgressLine } from './progress-line.ts';
import { jsonOf, printable, write } from './terminal.ts';

interface Finding {
  readonly kind: string;
  readonly at: string;
  readonly detail: string;
}

/** A line for a finding, as `larder check` writes it. */
export async function writeFinding(finding: Finding, json: boolean): Promise<void> {
  const { kind, at, detail } = finding;
  await write(json ? `${jsonOf(finding)}\n` : `${kind.padEnd(12)}  ${printable(at)}  ${printable(detail)}\n`);
}

/** Runs `work` with a progress line, which is cleared in every case. */
export async function withProgress<Result>(
  work: (
    report: (progress: { readonly doing: string; readonly share: number }) => void,
    line: ProgressLine,
  ) => Promise<Result>,
): Promise<Result> {
  const line = openProgressLine();
  try {
    return await work(({ doing, share }) => line.show(() => `${doing} ${Math.floor(share * 100)} %`), line);
  } finally {
    line.clear();
  }
}

/** Rethrows what the person at the terminal can act on as a `CommandError`; everything else as it is. */
export function explained(flags: SettingOptions = {}, interrupted = '', stop?: AbortSignal): (error: unknown) => never {
  return (error) => {
    if (stop?.aborted) throw new CommandError('interrupted', interrupted);
    if (!(error instanceof Error)) throw error;
    // By name, because the classes are loaded only when a command runs.
    if (error.name === 'UnusableSettings')
      throw new CommandError('usage', withFlags(error.message, flags), { cause: error });
    const known = ['BackupRefused', 'ProgramMissing', 'ProgramFailed', 'CatalogTooNew'];
    if (known.includes(error.name)) throw new CommandError('failed', withFlags(error.message, flags), { cause: error });
    throw error;
  };
}
