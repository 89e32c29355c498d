/** Has Stryker mutate the code, some of it or all, and reads what became of each mutant. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Judged } from '../score.ts';
import { drawRanges } from './ranges.ts';

const root = path.resolve(import.meta.dirname, '../../..');

export interface Options {
  /** How many pieces of the code; undefined for all of it. */
  readonly sample: number | undefined;
  readonly seed: string;
}

/** Stryker itself shows how far it is. Throws when it cannot do its work. */
export async function judgeCode({ sample, seed }: Options): Promise<Judged[]> {
  const settings = JSON.parse(await readFile(path.join(root, 'stryker.config.json'), 'utf8')) as Settings;
  const ranges = sample === undefined ? settings.mutate : await drawRanges(settings.mutate, sample, seed);
  await run(['run', '--mutate', ranges.join(',')]);
  const { files } = JSON.parse(await readFile(path.join(root, settings.jsonReporter.fileName), 'utf8')) as Report;
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => status !== 'Ignored' && status !== 'CompileError')
      .map(({ mutatorName, status, replacement, location: { start } }) => ({
        kind: mutatorName,
        title: `${file}:${start.line}:${start.column} ${mutatorName}: ${replacement}`,
        by: noticedBy[status],
      })),
  );
}

/** What is neither survived, nor was met by any test. */
const noticedBy: Readonly<Record<string, string>> = { Killed: 'tests', Timeout: 'timeout', RuntimeError: 'tests' };

interface Settings {
  readonly mutate: readonly string[];
  readonly jsonReporter: { readonly fileName: string };
}

/** The parts of Stryker's report that are read here. */
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly StrykerMutant[] }>>;
}

interface StrykerMutant {
  readonly mutatorName: string;
  readonly status: string;
  readonly replacement: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

async function run(args: readonly string[]): Promise<void> {
  const described = createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json');
  const stryker = path.join(path.dirname(described), 'bin/stryker.js');
  const child = spawn(process.execPath, [stryker, ...args], { cwd: root, stdio: 'inherit' });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject);
  child.once('close', resolve);
  const code = await promise;
  if (code !== 0) throw new Error(`Stryker ended with ${code}.`);
}
