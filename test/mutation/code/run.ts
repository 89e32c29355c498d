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

/**
 * Each mutant is met first by the tests that are known to reach it, which is quick. That knowledge is incomplete: what is
 * made once for many tests, or before the first one, counts as reached by one or by none. So what nobody notices is then
 * met by all tests. Stryker itself shows how far it is. Throws when it cannot do its work.
 */
export async function judgeCode({ sample, seed }: Options): Promise<Judged[]> {
  const settings = JSON.parse(await readFile(path.join(root, 'stryker.config.json'), 'utf8')) as Settings;
  const ranges = sample === undefined ? settings.mutate : await drawRanges(settings.mutate, sample, seed);
  const judge = async (places: readonly string[], ...options: string[]): Promise<Map<string, Judged>> => {
    await run(['run', '--mutate', places.join(','), ...options]);
    return await readReport(path.join(root, settings.jsonReporter.fileName));
  };
  const judged = await judge(ranges, '--ignoreStatic');
  const unnoticed = [...judged].filter(([, { by }]) => by === undefined).map(([place]) => place);
  if (unnoticed.length === 0) return [...judged.values()];
  console.log(`${unnoticed.length} of ${judged.size} are not noticed by the tests known to reach them; now all tests:`);
  const again = await judge([...new Set(unnoticed.map(placeOf))], '--coverageAnalysis', 'off');
  return [...judged].map(([mutant, verdict]) => again.get(mutant) ?? verdict);
}

/** What became of each mutant, by its place, as `--mutate` takes it, and what was written there. */
async function readReport(file: string): Promise<Map<string, Judged>> {
  const { files } = JSON.parse(await readFile(file, 'utf8')) as Report;
  const judged = Object.entries(files).flatMap(([name, { mutants }]) =>
    mutants
      .filter(({ status }) => status !== 'CompileError')
      .map(({ mutatorName, status, replacement, location: { start, end } }) => {
        const place = `${name}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
        const title = `${name}:${start.line}:${start.column} ${mutatorName}: ${replacement}`;
        return [`${place} ${replacement}`, { kind: mutatorName, title, by: noticedBy[status] }] as const;
      }),
  );
  return new Map(judged);
}

function placeOf(mutant: string): string {
  return mutant.slice(0, mutant.indexOf(' '));
}

/** What is neither survived, was met by no test, or was not tried. */
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
  readonly location: { readonly start: Position; readonly end: Position };
}

/** Both count from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
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
