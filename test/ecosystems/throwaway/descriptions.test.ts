/** The descriptions of the throw-away ecosystems go the way of those of every ecosystem. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock } from '../../../src/cli/start-mock.ts';
import type { OpenApiDocument } from '../../../src/contract/description.ts';
import { keysOf, cellsOf } from '../../matrix/cells.ts';
import { modules } from './modules.ts';
import { generatedFiles, throwawayIds, widenContract, type WidenedContract } from './widened-contract.ts';

let contract: WidenedContract;
let api: OpenApiDocument;
beforeAll(async () => {
  contract = await widenContract();
  api = JSON.parse(await readFile(path.join(contract.folder, 'generated/openapi.json'), 'utf8')) as OpenApiDocument;
});
afterAll(() => contract[Symbol.asyncDispose]());

test('the generated files are up to date', async () => {
  for (const { written, own } of await generatedFiles(contract))
    expect(await readFile(own, 'utf8'), own).toBe(await readFile(written, 'utf8'));
});

test('their files have everything that npm run generate writes into them', () => {
  expect(contract.completed).toEqual(['components/example-sets.yaml']);
});

test('each of them has a folder, and the other way round', async () => {
  const ids = modules.flatMap(({ ecosystems }) => ecosystems.map(({ id }): string => id));
  expect(ids).toEqual(expect.arrayContaining([...(await throwawayIds())]));
});

test('the mock returns their examples', async () => {
  const mock = await startMock({ port: 0, api });
  try {
    for (const id of await throwawayIds()) {
      const url = `${mock.url}/v2/packages/organizations/my_great_org/registries/my-registry`;
      const headers = { Authorization: 'Bearer any', Prefer: `code=200, example=${id}` };
      expect(await (await fetch(url, { headers })).json()).toMatchObject({ ecosystem: id });
    }
  } finally {
    await mock.stop();
  }
});

test('the matrix has the cells of their examples and of their operations', async () => {
  const keys = keysOf(cellsOf([api, ...modules.map(({ service }) => service.description)]));
  for (const id of await throwawayIds()) expect(keys.filter((key) => key.endsWith(`, example ${id}`))).not.toEqual([]);
  for (const { service } of modules)
    for (const operation of Object.keys(service.operations))
      expect(keys.filter((key) => key.startsWith(`${operation} `))).not.toEqual([]);
});
