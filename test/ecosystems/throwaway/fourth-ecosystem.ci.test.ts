/**
 * Another ecosystem costs a folder and four changes elsewhere: the value in the enum, the description, the examples, and
 * the line in the list. With these, the contract passes the linter, and the code compiles.
 */
import { execFile } from 'node:child_process';
import { cp, glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { descriptionFiles } from '../../../openapi/generate/description-files.ts';
import { run } from '../../lint/lint.ts';
import { root, throwawayFolders, widenContract, type WidenedContract } from './widened-contract.ts';

let contract: WidenedContract;
beforeAll(async () => {
  contract = await widenContract();
});
afterAll(() => contract[Symbol.asyncDispose]());

test('the linter accepts the contract', async () => {
  expect(await run(contract.folder, await descriptionFiles(contract.folder))).toEqual([]);
});

test('the code compiles', async () => {
  const { folder } = contract;
  // `npm test` writes the matrix.
  for (const part of ['src', 'scripts', 'tsconfig.json', 'generated/matrix.json'])
    await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  const names = await throwawayFolders();
  for (const name of names) await addFolder(folder, name);
  await addToList(folder, names);
  expect(await compile(folder)).toBe('');
});

/** Returns the messages of the compiler. */
function compile(cwd: string): Promise<string> {
  const tsc = path.join(root, 'node_modules/typescript7/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '--noEmit'], { cwd }, (error, stdout) => resolve(error ? `${stdout}.` : stdout));
  });
}

/** Adds `src/ecosystems/NAME`. */
async function addFolder(folder: string, name: string): Promise<void> {
  const own = path.join(import.meta.dirname, name);
  const target = path.join(folder, 'src/ecosystems', name);
  await mkdir(target);
  const notCode = new Set(['recipe.ts', `${name}.test.ts`]);
  for await (const file of glob('*.ts', { cwd: own })) {
    if (notCode.has(file)) continue;
    const text = await readFile(path.join(own, file), 'utf8');
    await writeFile(path.join(target, file), movedTo(name, text));
  }
  // What they share belongs to the folder of each.
  for (const file of shared) {
    const text = await readFile(path.join(import.meta.dirname, file), 'utf8');
    await writeFile(path.join(target, file), movedTo(name, text));
  }
}

const shared = ['current-document.ts', 'plain-ecosystem.ts', 'throwaway-id.ts', 'version-at.ts'];

/** Returns a file with the paths of its imports from `src/ecosystems/NAME`. */
function movedTo(name: string, text: string): string {
  return text
    .replaceAll(/'(?:\.\.\/)+src\//g, "'../../")
    .replaceAll(`'./generated/${name}.`, `'../../../generated/native/${name}.`)
    .replaceAll(/'\.\.\/([\w-]+\.ts)'/g, "'./$1'");
}

async function addToList(folder: string, names: readonly string[]): Promise<void> {
  const file = path.join(folder, 'src/server/ecosystems.ts');
  const imports = names.map((name) => `import { ${name} } from '../ecosystems/${name}/index.ts';\n`);
  const text = await readFile(file, 'utf8');
  const widened = text.replace('modules = [', `modules = [${names.join(', ')}, `);
  expect(widened).not.toBe(text);
  await writeFile(file, widened.replace(/^import /m, `${imports.join('')}import `));
}
