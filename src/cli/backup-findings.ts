/** Shared by `larder backup` and `larder restore`: output of findings, progress, and expected failures. */
import { CommandError } from './command-error.ts';
import { withFlags, type SettingOptions } from './server-settings.ts';
import { openProgressLine, type ProgressLine } from './progress-line.ts';
import { jsonOf, printable, write } from './terminal.ts';

interface Finding {
  readonly kind: string;
  readonly at: string;
  readonly detail: string;
}

/** Writes a line for a finding, in the format of `larder check`. */
export async function writeFinding(finding: Finding, json: boolean): Promise<void> {
  const { kind, at, detail } = finding;
  await write(json ? `${jsonOf(finding)}\n` : `${kind.padEnd(12)}  ${printable(at)}  ${printable(detail)}\n`);
}

/** Runs `work` with a progress line, and clears the line even if `work` rejects. */
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

/** Returns a function that throws expected errors as `CommandError` and all other errors unchanged. */
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
