import { expect, test } from 'vitest';
import { createByteCache } from '../../../src/ecosystems/python/byte-cache.ts';

const KILOBYTE = 1024;

/** A cache for three values of a kilobyte, and what it had made. */
function watched() {
  const made: string[] = [];
  const cache = createByteCache<string>(5 * KILOBYTE, ({ length }) => length);
  const get = (key: string, revision = 1, size = KILOBYTE): Promise<string> =>
    cache.get(key, revision, async () => {
      made.push(`${key}${revision}`);
      return Promise.resolve('x'.repeat(size));
    });
  return { get, made };
}

test('a value is made once for concurrent and later calls', async () => {
  const { get, made } = watched();
  await Promise.all([get('a'), get('a')]);
  await get('a');
  expect(made).toEqual(['a1']);
});

test('a value is made again for another revision, and the earlier one is dropped', async () => {
  const { get, made } = watched();
  for (const revision of [1, 2, 2, 1]) await get('a', revision);
  expect(made).toEqual(['a1', 'a2', 'a1']);
});

test('the value that was used last is kept longest', async () => {
  const { get, made } = watched();
  for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) await get(key);
  expect(made).toEqual(['a1', 'b1', 'c1', 'd1', 'b1']);
});

test('a value that is larger than the cache is kept alone', async () => {
  const { get, made } = watched();
  await get('a');
  for (const key of ['b', 'b']) await get(key, 1, 10 * KILOBYTE);
  await get('a');
  expect(made).toEqual(['a1', 'b1', 'a1']);
});

test('a value that could not be made is made again', async () => {
  const cache = createByteCache<string>(KILOBYTE, ({ length }) => length);
  await expect(cache.get('a', 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await cache.get('a', 1, () => Promise.resolve('yes'))).toBe('yes');
});
