/** Programs of the machine that runs the tests, and their output. */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Whether the machine has all of these programs. */
export function present(...programs: readonly string[]): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return programs.every((program) => folders.some((folder) => isExecutable(path.join(folder, program))));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface Ran {
  readonly ok: boolean;
  readonly stdout: string;
  /** Its complete output, on standard output and standard error. */
  readonly output: string;
}

export interface RunOptions {
  readonly folder?: string | undefined;
  /** Set over the variables of this process. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** After which the program is ended, which counts as a failure. Undefined: it may take any time. */
  readonly timeoutMs?: number;
}

/** Runs a program to its end. That it fails is a result like another. */
export function run(
  program: string,
  parameters: readonly string[],
  { folder, environment, timeoutMs }: RunOptions = {},
): Promise<Ran> {
  const env = { ...process.env, LC_ALL: 'C', ...environment };
  const options = { cwd: folder, env, timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(program, parameters, options, (error, stdout, stderr) => {
      // A program that does not exist writes nothing.
      const reason = error !== null && stdout + stderr === '' ? error.message : '';
      resolve({ ok: error === null, stdout, output: stdout + stderr + reason });
    });
  });
}
