import { glob, mkdtempDisposable, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { completeSources } from '../../openapi/generate/complete-sources.ts';
import { descriptionFiles } from '../../openapi/generate/description-files.ts';
import { writeGenerated } from '../../openapi/generate/write-generated.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('the generated files are up to date', async () => {
  await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'larder-generated-'));
  await writeGenerated(root, folder.path);
  expect(await filesIn(path.join(root, 'generated'))).toEqual(await filesIn(folder.path));
});

test('the files of the contract have all that npm run generate writes into them', async () => {
  const descriptions = (await descriptionFiles(root)).map((file) => path.join(root, file));
  const incomplete = await completeSources(path.join(root, 'openapi'), descriptions);
  expect([...incomplete.keys()].map((file) => path.relative(root, file))).toEqual([]);
});

async function filesIn(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  // What the tests have seen is not known before they ran; `npm test` compares it in the end.
  for await (const file of glob('**/*.{json,ts}', { cwd: folder, exclude: ['matrix.json'] })) {
    files[file] = await readFile(path.join(folder, file), 'utf8');
  }
  return files;
}
