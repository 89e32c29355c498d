/** A media type may refer to a set of examples: the linter looks at each of them, and a bundle has each by itself. */
import { execFile } from 'node:child_process';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { run } from './lint.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('the linter checks each example of a set', async () => {
  await using shop = await makeShop();
  const problems = await run(shop.folder, ['shop.json']);
  // Once for each use of the set.
  const found = new Set(problems.map(({ ruleId, location: [at] }) => `${ruleId} ${at?.source.ref} ${at?.pointer}`));
  expect([...found].toSorted()).toEqual([
    'no-invalid-media-type-examples apples.json #/gala-wrong/value',
    'no-invalid-media-type-examples sets.json #/apple/inline/value',
  ]);
});

test('a bundle has a reference for each example of a set', async () => {
  await using shop = await makeShop();
  const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
  await promisify(execFile)(process.execPath, [redocly, 'bundle', 'shop.json', '--output', 'bundle.json'], {
    cwd: shop.folder,
  });
  const bundle: unknown = JSON.parse(await readFile(path.join(shop.folder, 'bundle.json'), 'utf8'));
  const example = (name: string): object => ({ $ref: `#/components/examples/${name}` });
  const examples = { gala: example('gala-right'), wrong: example('gala-wrong'), inline: example('inline') };
  const media = { 'text/plain': { schema: { type: 'integer' }, examples } };
  expect(bundle).toMatchObject({
    paths: {
      '/': { get: { responses: { 200: { content: media } } }, put: { responses: { 200: { content: media } } } },
    },
    components: { examples: { 'gala-right': { value: 1 }, 'gala-wrong': { value: 'one' }, inline: { value: 'two' } } },
  });
});

interface Shop extends AsyncDisposable {
  readonly folder: string;
}

async function makeShop(): Promise<Shop> {
  const { path: folder, [Symbol.asyncDispose]: dispose } = await mkdtempDisposable(path.join(tmpdir(), 'larder-sets-'));
  const write = (file: string, content: object): Promise<void> =>
    writeFile(path.join(folder, file), JSON.stringify(content));
  const media = { schema: { type: 'integer' }, examples: { $ref: 'sets.json#/apple' } };
  const operation = { responses: { 200: { description: 'It.', content: { 'text/plain': media } } } };
  await write('redocly.yaml', {
    telemetry: 'off',
    plugins: [path.join(root, 'openapi/rules/plugin.ts')],
    preprocessors: { 'larder/expand-example-sets': 'on' },
    rules: { 'no-invalid-media-type-examples': 'error', 'no-unresolved-refs': 'error', struct: 'error' },
  });
  await write('shop.json', {
    openapi: '3.1.1',
    info: { title: 'Shop', version: '1.0.0' },
    paths: { '/': { get: operation, put: operation } },
  });
  await write('sets.json', {
    apple: {
      gala: { $ref: 'apples.json#/gala-right' },
      wrong: { $ref: 'apples.json#/gala-wrong' },
      inline: { value: 'two' },
    },
  });
  await write('apples.json', { 'gala-right': { value: 1 }, 'gala-wrong': { value: 'one' } });
  return { folder, [Symbol.asyncDispose]: dispose };
}
