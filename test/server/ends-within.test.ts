import { expect, it } from 'vitest';
import { endsWithin } from '../../src/server/ends-within.ts';

it('returns true when the work ends in time', async () => {
  expect(await endsWithin(30_000, () => Promise.resolve())).toBe(true);
});

it('returns false when the work never ends', async () => {
  expect(await endsWithin(10, () => new Promise(() => undefined))).toBe(false);
});

it('rejects when the work fails in time', async () => {
  await expect(endsWithin(30_000, () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
});
