import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

interface Run {
  /** Added to the environment of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Ends the program. */
  readonly stop?: AbortSignal | undefined;
}

/** A program failed. The message has the end of its standard error. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';
}

/** Runs a program to its end. `work` handles its input and output. Throws `ProgramFailed`. */
export async function runProgram(
  file: string,
  parameters: readonly string[],
  { environment = {}, stop }: Run,
  work: (streams: { readonly stdin: Writable; readonly stdout: Readable }) => Promise<void>,
): Promise<void> {
  const child = spawn(file, parameters, { env: { ...process.env, LC_ALL: 'C', ...environment }, signal: stop });
  // A program may end without reading its input; only its exit code matters.
  child.stdin.on('error', () => undefined);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-MOST)));
  const ended = new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? undefined : `ended with ${signal ?? code}`));
  });
  const working = work(child).then(
    () => undefined,
    (error: unknown) => {
      child.kill();
      return { error };
    },
  );
  const [failed, outcome] = await Promise.all([working, ended]);
  stop?.throwIfAborted();
  if (said.trim() !== '' && outcome !== undefined) throw failure(file, said.trim(), failed?.error);
  if (failed) throw failed.error;
  if (outcome !== undefined) throw failure(file, outcome, undefined);
}

/** In characters, of a program's standard error. */
const MOST = 4000;

function failure(file: string, words: string, cause: unknown): ProgramFailed {
  return new ProgramFailed(`${path.basename(file)} failed: ${words}`, { cause });
}
