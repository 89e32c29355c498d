/**
 * `npm test`: every check of the project, the cheap ones first, then all tests. Ends with one plain line of counts.
 * Tests of clients that this machine lacks are skipped by name; with `LARDER_TEST_SKIPS=fail` they count as failures.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

const root = path.resolve(import.meta.dirname, '..');
const resolve = createRequire(import.meta.url).resolve;
const fromRoot = (file: string): string => path.join(root, 'node_modules', file);

const checks: readonly (readonly [title: string, ...command: string[]])[] = [
  ['descriptions follow the rules', resolve('@redocly/cli/bin/cli.js'), 'lint', '--format', 'stylish'],
  ['types hold', fromRoot('typescript7/bin/tsc'), '--noEmit'],
  ['code follows the rules', fromRoot('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'],
  ['code is formatted', fromRoot('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
];

const results: Counts[] = [];
for (const [title, ...command] of checks) results.push(await check(title, command));
results.push(await tests(process.argv.slice(2)));
process.exitCode = report(results);

/** One check is one command that must succeed; what it says is shown when it does not. */
async function check(title: string, command: readonly string[]): Promise<Counts> {
  const { code, output } = await run(command, 'quiet');
  console.log(`${code === 0 ? '✓' : '✗'} ${title}`);
  if (code !== 0) console.log(output);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
}

async function tests(options: readonly string[]): Promise<Counts> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-tests-'));
  const file = path.join(folder, 'results.json');
  try {
    const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file];
    const { code } = await run([fromRoot('vitest/vitest.mjs'), 'run', ...reporters, ...options], 'shown');
    const counts = countsOf(JSON.parse(await readFile(file, 'utf8')) as VitestResults);
    // Something failed outside of a test, such as a file that cannot be loaded.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is read here of vitest's JSON report. */
interface VitestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function countsOf({ numPassedTests, numFailedTests, testResults }: VitestResults): Counts {
  const others = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed');
  return { passed: numPassedTests, failed: numFailedTests, skipped: others.map(({ fullName }) => fullName) };
}

function run(command: readonly string[], output: 'quiet' | 'shown'): Promise<{ code: number; output: string }> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', output === 'quiet' ? 'pipe' : 'inherit', output === 'quiet' ? 'pipe' : 'inherit'],
    });
    const pieces: Buffer[] = [];
    child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
    child.stderr?.on('data', (piece: Buffer) => pieces.push(piece));
    child.once('error', reject);
    child.once('close', (code) => done({ code: code ?? 1, output: Buffer.concat(pieces).toString() }));
  });
}

function report(all: readonly Counts[]): number {
  const sum = (read: (counts: Counts) => number): number => all.reduce((total, counts) => total + read(counts), 0);
  const skipped = all.flatMap((counts) => counts.skipped);
  const strict = process.env['LARDER_TEST_SKIPS'] === 'fail';
  const failed = sum((counts) => counts.failed) + (strict ? skipped.length : 0);
  for (const name of skipped) console.log(`${strict ? '✗' : '-'} skipped: ${name}`);
  const rest = strict || skipped.length === 0 ? '' : `, ${skipped.length} skipped`;
  console.log(`${sum((counts) => counts.passed)} passed, ${failed} failed${rest}`);
  return failed === 0 ? 0 : 1;
}
