import { expect, it } from 'vitest';
import { fromStored, toStored } from '../../src/storage/catalog/postgres/any-text.ts';

const texts = ['', 'larder', '\0', 'a\0b', '\uFFFF', '\uFFFF0', '\uFFFF1', '\0\uFFFF\0', '\uFFFF\uFFFF0\0'];

it.each(texts)('a text goes to PostgreSQL without NUL, and comes back as it was: %j', (text) => {
  const stored = String(toStored(text));
  expect([stored.includes('\0'), fromStored(stored)]).toEqual([false, text]);
});

it('no two texts are stored as the same', () => {
  expect(new Set(texts.map(toStored)).size).toBe(texts.length);
});

it.each([null, 7])('a value that is not a text is unchanged: %j', (value) => {
  expect(toStored(value)).toBe(value);
});
