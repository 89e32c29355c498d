import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { differingDigests } from '../../src/registry/differing-digests.ts';

const digest = (name: string, text: string): string => createHash(name).update(text).digest('hex');

async function* content(): AsyncGenerator<Uint8Array> {
  yield* [Buffer.from('ban'), Buffer.from('ana')];
}

test('names the digests that the bytes do not have, and no others', async () => {
  const right = { sha256: digest('sha256', 'banana'), sha512: digest('sha512', 'banana') };
  expect(await differingDigests(content(), right)).toEqual([]);
  expect(await differingDigests(content(), { ...right, sha512: digest('sha512', 'bananas') })).toEqual(['sha512']);
});
