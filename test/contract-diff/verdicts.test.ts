/** Small changes, one of each kind, with the result of the comparison. */
import { beforeAll, describe, expect, test } from 'vitest';
import { compareDescriptions } from '../../openapi/diff/compare-descriptions.ts';
import type { Difference } from '../../openapi/diff/difference.ts';
import { bookShop } from './book-shop.ts';
import { changedShop, prefixOf, shopsOf } from './changed-shops.ts';
import { inDescriptions, inShops } from './table.ts';

let differences: readonly Difference[];

beforeAll(async () => {
  const { before, after } = shopsOf(inShops);
  differences = await compareDescriptions(before, after);
});

describe('of one operation, or of what operations share', () => {
  test.each(inShops.map((change, index) => ({ ...change, prefix: prefixOf(index) })))('$name', ({ prefix, says }) => {
    const said = differences.filter(({ place }) => place.includes(prefix)).map(asText);
    expect(said.map((text) => text.replaceAll(prefix, '').replace('//', '/'))).toEqual(says);
  });
});

test('of a whole description', async () => {
  const after = inDescriptions.reduce(changedShop, bookShop);
  const said = (await compareDescriptions(bookShop, after)).map(asText);
  expect(said.toSorted()).toEqual(inDescriptions.flatMap(({ says }) => says).toSorted());
});

test('of equal descriptions', async () => {
  expect(await compareDescriptions(bookShop, structuredClone(bookShop))).toEqual([]);
});

test.each(['breaking', 'compatible', 'words'] as const)('only breaking changes have a reason: %s', (rated) => {
  const some = differences.filter(({ severity }) => severity === rated);
  expect(some.length).toBeGreaterThan(0);
  expect(some.filter(({ reasons }) => reasons.length > 0 !== (rated === 'breaking') || reasons.includes(''))).toEqual(
    [],
  );
});

function asText({ severity, directions, kind, place }: Difference): string {
  return [severity, directions.join('+'), kind, place].filter((word) => word !== '').join(' ');
}
