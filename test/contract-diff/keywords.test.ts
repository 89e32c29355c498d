/** For every keyword in the contract, a test shows what its changes mean. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { readBundles } from '../../openapi/diff/releases.ts';
import { inShops } from './table.ts';

const onlyForPeople = new Set(['description', 'title', 'example', 'examples']);

test('every keyword of a schema in the contract is one that a small change has', async () => {
  const tried = new Set(inShops.map(({ at }) => at.split(' ').findLast((key) => !isIndex(key))));
  const bundles = await readBundles(path.resolve(import.meta.dirname, '../..'));
  const used = new Set(keywordsBelow(bundles));
  expect(used.size).toBeGreaterThan(10);
  expect([...used].filter((keyword) => !tried.has(keyword) && !isMapOfSchemas(keyword) && keyword !== '$ref')).toEqual(
    [],
  );
});

/** All schemas below an object that is not a schema itself. */
function keywordsBelow(value: unknown): string[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (onlyForPeople.has(key)) return [];
    if (key === 'schema') return keywordsOf(member);
    if (key === 'schemas' && isObject(member)) return Object.values(member).flatMap(keywordsOf);
    return keywordsBelow(member);
  });
}

function keywordsOf(schema: unknown): string[] {
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, member]) => {
    if (onlyForPeople.has(keyword)) return [];
    if (isIndex(keyword)) return keywordsOf(member);
    const below =
      isMapOfSchemas(keyword) && isObject(member) ? Object.values(member).flatMap(keywordsOf) : keywordsOf(member);
    return [keyword, ...below];
  });
}

/** Their keys are names, and each of them is compared as a schema. */
function isMapOfSchemas(keyword: string): boolean {
  return keyword === 'properties' || keyword === 'patternProperties';
}

function isIndex(key: string): boolean {
  return /^\d+$/.test(key);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
