/** Tests, the matrix and logs identify operations of all descriptions by their ids alone. */
import { expect, test } from 'vitest';
import { readDescription } from '../../src/contract/description.ts';
import { descriptions } from '../../src/server/descriptions.ts';

test('no two operations of all descriptions have the same id', () => {
  const ids = descriptions.flatMap((description) => readDescription(description).operations.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.length).toBeGreaterThan(50);
});
