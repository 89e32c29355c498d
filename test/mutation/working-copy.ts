/** A copy of the project in a temporary folder, in which broken contracts are linted, compiled and tested. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { clientCode } from '../../openapi/generate/client-code.ts';
import { descriptionFiles, nameOfDescription } from '../../openapi/generate/description-files.ts';
import { typesOf } from '../../openapi/generate/types-of-description.ts';
import type { OpenApiDocument } from '../../src/contract/description.ts';
import { clearRecord, readRecord, recordVariable } from '../matrix/record.ts';
import { root } from './bundles.ts';

export interface WorkingCopy extends AsyncDisposable {
  /** Writes bundles with all that is generated from them, as `npm run generate` does. */
  write(bundles: ReadonlyMap<string, OpenApiDocument>): Promise<void>;
  /** Returns the first lines of what lint found; undefined if nothing. */
  lint(): Promise<string | undefined>;
  compile(): Promise<string | undefined>;
  /** Stops at the first failing test. `reached` are the cells of the matrix. */
  test(): Promise<{ readonly failure: string | undefined; readonly reached: ReadonlySet<string> }>;
}

const copied = ['src', 'test', 'scripts', 'openapi', 'generated', 'package.json', 'tsconfig.json', 'redocly.yaml'];
const alsoCopied = ['vitest.config.ts', 'README.md', '.npmrc'];

export async function makeWorkingCopy(): Promise<WorkingCopy> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-mutants-'));
  for (const one of [...copied, ...alsoCopied]) {
    await cp(path.join(root, one), path.join(folder, one), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const generated = path.join(folder, 'generated');
  const record = path.join(folder, 'coverage/contract');
  const lint = ['@redocly/cli/bin/cli.js', 'lint', '--format', 'summary'];
  // In place of their sources.
  const bundles = (await descriptionFiles(root)).map((file) => `generated/${nameOfDescription(file)}.json`);
  const vitest = ['vitest/vitest.mjs', 'run', '--config', 'test/mutation/vitest.config.ts', '--bail', '1'];
  return {
    write: async (documents) => {
      for (const [name, document] of documents) {
        const text = JSON.stringify(document, undefined, 2);
        await writeFile(path.join(generated, `${name}.json`), text);
        const isApi = name === 'openapi';
        await writeFile(path.join(generated, isApi ? 'api.ts' : `${name}.ts`), await typesOf(text, name));
        if (isApi) for (const [file, code] of clientCode(text)) await writeFile(path.join(generated, file), code);
      }
    },
    lint: () => failureOf(folder, [...lint, ...bundles]),
    compile: () => failureOf(folder, ['typescript7/bin/tsc', '--noEmit']),
    test: async () => {
      await clearRecord(record);
      const failure = await failureOf(folder, vitest, { [recordVariable]: record });
      return { failure, reached: (await readRecord(record))?.reached ?? new Set() };
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** In milliseconds. Each test has a limit of its own; this ends what waits for ever outside of them. */
const timeout = 900_000;

/** Returns the most informative line of the output; undefined if the command succeeds, or does not end. */
async function failureOf(
  cwd: string,
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  const child = spawn(process.execPath, [path.join(cwd, 'node_modules', program), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (output += piece.toString()));
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject).once('close', resolve);
  const code = await promise;
  if (code === 0 || code === null) return undefined;
  // The titles of tests that pass may contain the word "error".
  const informative = /^.*FAIL.*$/m.exec(output) ?? /^(?!.*✓).*error.*$/m.exec(output);
  return informative?.[0].trim() ?? output.trim().split('\n').at(-1) ?? '';
}
