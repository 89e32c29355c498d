/**
 * `npm test`: every check of the project, the cheap ones first, then the tests, then whether these reached all that the
 * contract describes. Ends with one plain line of counts. Tests of clients that this machine lacks are skipped by name.
 * With `LARDER_TEST=all`, the tests that take long run too, and those that are skipped count as failures.
 */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { descriptionFiles } from '../openapi/generate/description-files.ts';
import { descriptions } from '../src/server/descriptions.ts';
import { ownCompileCache } from '../src/cli/compile-cache.js';
import { cellsOf, keysOf } from './matrix/cells.ts';
import { isWritten } from './matrix/file.ts';
import { matrixOf } from './matrix/matrix.ts';
import { clearRecord, readRecord, recordFolder, recordVariable } from './matrix/record.ts';
import { matrixText } from './matrix/text.ts';
import { fastTemporaryFolder } from './fast-temporary-folder.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

const root = path.resolve(import.meta.dirname, '..');
const resolve = createRequire(import.meta.url).resolve;
const fromRoot = (file: string): string => path.join(root, 'node_modules', file);

const checks: readonly (readonly [title: string, ...command: string[]])[] = [
  [
    'descriptions follow the rules',
    resolve('@redocly/cli/bin/cli.js'),
    'lint',
    '--format',
    'stylish',
    ...(await descriptionFiles(root)),
  ],
  ['types hold', fromRoot('typescript7/bin/tsc'), '--noEmit'],
  ['code follows the rules', fromRoot('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'],
  ['code is formatted', fromRoot('prettier/bin/prettier.cjs'), '--check', '--cache', '--log-level', 'warn', '.'],
];

/** What the processes of the tests load is compiled once for all of them. Undefined: it is compiled for each of them. */
const compileCache = process.env['NODE_COMPILE_CACHE'] ?? ownCompileCache();

const all = process.env['LARDER_TEST'] === 'all';
const options = process.argv.slice(2);

const results = await Promise.all(checks.map(([title, ...command]) => check(title, command)));
await clearRecord(recordFolder);
results.push(await tests(options));
// Some of the tests reach only some of the contract.
if (options.length === 0) results.push(await contractReached());
process.exitCode = report(results);

/** A check is a command that must succeed; its output is shown if it fails. */
async function check(title: string, command: readonly string[]): Promise<Counts> {
  const { code, output } = await run(command, 'quiet');
  console.log(`${code === 0 ? '✓' : '✗'} ${title}`);
  if (code !== 0) console.log(output);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
}

async function tests(options: readonly string[]): Promise<Counts> {
  const projects = ['sqlite', 'postgres', ...(all ? ['ci'] : [])].flatMap((name) => ['--project', name]);
  // With all tests, whole systems are installed there, which takes more room, and devices.
  const folder = await mkdtemp(path.join(all ? os.tmpdir() : fastTemporaryFolder(), 'larder-tests-'));
  const file = path.join(folder, 'results.json');
  // The terminal sends Ctrl-C to vitest, too: the folder is removed after it.
  process.once('SIGINT', () => undefined);
  try {
    // As the usual one: PostgreSQL and apt run as other users.
    await chmod(folder, 0o1777);
    const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file];
    const command = [fromRoot('vitest/vitest.mjs'), 'run', ...projects, ...reporters, ...options];
    const { code } = await run(command, 'shown', { TMPDIR: folder });
    const counts = countsOf(JSON.parse(await readFile(file, 'utf8')) as VitestResults);
    // Something failed outside of a test, such as a file that cannot be loaded.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every response of the contract was sent, and every response that was sent is in the contract. */
async function contractReached(): Promise<Counts> {
  const cells = cellsOf(descriptions);
  const record = (await readRecord(recordFolder)) ?? { reached: new Set(), violations: [] };
  const matrix = matrixOf(cells, record.reached);
  const failures = [
    ...keysOf(cells).flatMap((key) => (record.reached.has(key) ? [] : [`no answer of the server reached: ${key}`])),
    ...record.violations.map((violation) => `not in the contract: ${violation}`),
    ...((await isWritten(matrix))
      ? []
      : ['generated/matrix.json shows another matrix; `npm run contract:matrix` writes it']),
  ];
  console.log(matrixText(matrix).split('\n').at(-1));
  for (const failure of failures) console.log(`✗ ${failure}`);
  return { passed: failures.length === 0 ? 1 : 0, failed: failures.length, skipped: [] };
}

/** The part of vitest's JSON report that is read here. */
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

function run(
  command: readonly string[],
  output: 'quiet' | 'shown',
  more: Readonly<Record<string, string>> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: {
        ...process.env,
        [recordVariable]: recordFolder,
        ...(compileCache === undefined ? {} : { NODE_COMPILE_CACHE: compileCache }),
        ...more,
      },
      stdio: ['ignore', output === 'quiet' ? 'pipe' : 'inherit', output === 'quiet' ? 'pipe' : 'inherit'],
    });
    const pieces: Buffer[] = [];
    child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
    child.stderr?.on('data', (piece: Buffer) => pieces.push(piece));
    child.once('error', reject);
    child.once('close', (code) => done({ code: code ?? 1, output: Buffer.concat(pieces).toString() }));
  });
}

function report(counts: readonly Counts[]): number {
  const sum = (read: (one: Counts) => number): number => counts.reduce((total, one) => total + read(one), 0);
  const skipped = counts.flatMap((one) => one.skipped);
  const failed = sum((one) => one.failed) + (all ? skipped.length : 0);
  for (const name of skipped) console.log(`${all ? '✗' : '-'} skipped: ${name}`);
  const rest = all || skipped.length === 0 ? '' : `, ${skipped.length} skipped`;
  console.log(`${sum((one) => one.passed)} passed, ${failed} failed${rest}`);
  return failed === 0 ? 0 : 1;
}
