/** Every file in `openapi/` is used by a description. */
import { glob, mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { descriptionFiles } from '../../openapi/generate/description-files.ts';
import { unreachedFiles } from '../../openapi/rules/unreached-files.ts';

/**
 * Files that are not part of a description: stories run by themselves, released contracts do not change, and tools have
 * their settings.
 */
const apart = /^(workflows|released|diff)\//;

test('every file of the contract is part of a description', async () => {
  const unreached = await unreachedFiles('openapi', await descriptionFiles('.'));
  expect(unreached.filter((file) => !apart.test(file))).toEqual([]);
});

test('every set of examples is part of a description', async () => {
  const sets = parse(await readFile('openapi/components/example-sets.yaml', 'utf8')) as object;
  const used = new Set<string>();
  for await (const file of glob('openapi/**/*.yaml')) {
    const text = await readFile(file, 'utf8');
    for (const [, name = ''] of text.matchAll(/\/example-sets\.yaml#\/([^\s/'"]+)/g)) used.add(name);
  }
  expect([...used].toSorted()).toEqual(Object.keys(sets).toSorted());
});

test('a file is reached through others, and one that is not is found', async () => {
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'larder-unreached-'));
  const write = (file: string, text: string): Promise<void> => writeFile(path.join(folder.path, file), text);
  await mkdir(path.join(folder.path, 'schemas'));
  await write('shop.yaml', 'paths:\n  /:\n    $ref: root.yaml#/get\n');
  await write('root.yaml', 'get:\n  - $ref: "#/other"\n  - $ref: schemas/apple.yaml\n');
  await write('schemas/apple.yaml', 'items:\n  $ref: apple.yaml\n');
  await write('schemas/pear.yaml', '$ref: apple.yaml\n');
  await write('schemas/notes.md', 'Nothing.\n');
  expect(await unreachedFiles(folder.path, [path.join(folder.path, 'shop.yaml')])).toEqual(['schemas/pear.yaml']);
});
