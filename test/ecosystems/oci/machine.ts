/** A machine for clients of images: a folder that is also the home of its programs, without credentials and images. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { run, type Ran } from '../../clients/programs.ts';

export interface Machine {
  readonly folder: string;
  /** Runs a program in the folder, and returns its standard output. Throws if it fails, with its complete output. */
  run(program: string, ...parameters: readonly string[]): Promise<string>;
  /** Runs a program in the folder. Its failure is a result, too. */
  attempt(program: string, ...parameters: readonly string[]): Promise<Ran>;
}

/** Creates a machine that exists until the test finishes. */
export async function openMachine(
  environmentOf: (folder: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<Machine> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-images-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const environment = { HOME: folder, ...environmentOf(folder) };
  const attempt: Machine['attempt'] = (program, ...parameters) => run(program, parameters, { folder, environment });
  return {
    folder,
    attempt,
    run: async (program, ...parameters) => {
      const { ok, stdout, output } = await attempt(program, ...parameters);
      if (!ok) throw new Error(`${program} ${parameters.join(' ')}: ${output}`);
      return stdout;
    },
  };
}
