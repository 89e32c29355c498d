/** The compiler and the tests, in a working copy: what they say of the contract that is there. */
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { recordVariable } from '../../matrix/record.ts';

/** Undefined when nothing is noticed; else what was, for readers. */
export async function compile(folder: string): Promise<string | undefined> {
  const { code, output } = await run(folder, ['typescript7/bin/tsc', '--noEmit']);
  return code === 0 || code === undefined ? undefined : (output.split('\n', 1)[0] ?? '');
}

/** The same of the tests, which stop at the first failure. What answers reach is recorded in `record`. */
export async function test(folder: string, record: string): Promise<string | undefined> {
  const results = path.join(folder, 'results.json');
  await rm(results, { force: true });
  const config = path.join(folder, 'test/mutation/contract/vitest.config.ts');
  const args = ['vitest/vitest.mjs', 'run', '--root', folder, '--config', config];
  const reporter = ['--bail', '1', '--reporter', 'json', '--outputFile', results];
  const { code, output } = await run(folder, [...args, ...reporter], { [recordVariable]: record });
  // What did not end has said nothing.
  if (code === 0 || code === undefined) return undefined;
  const text = await readFile(results, 'utf8').catch(() => undefined);
  if (text === undefined) return output.trim().split('\n').at(-1) ?? 'the tests did not end';
  const { testResults } = JSON.parse(text) as Results;
  const failed = testResults.find(({ status }) => status === 'failed');
  const assertion = failed?.assertionResults.find(({ status }) => status === 'failed');
  return `${path.relative(folder, failed?.name ?? '')}: ${assertion?.fullName ?? 'cannot be loaded'}`;
}

interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** In milliseconds. Each test has a limit of its own; this is for what waits for ever outside of them. */
const timeout = 900_000;

function run(
  cwd: string,
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | undefined; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(cwd, 'node_modules', program), ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    let output = '';
    const hear = (piece: Buffer): void => void (output += piece.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? undefined, output }));
  });
}
