/** Hashes bytes again, to see whether they still are what they were. */
import { createHash } from 'node:crypto';
import type { Digests } from '../model/values.ts';

/** The names of those digests that the bytes do not have. Reads them all, and keeps none. */
export async function differingDigests(
  content: AsyncIterable<Uint8Array>,
  digests: Pick<Digests, 'sha256'> & Partial<Digests>,
): Promise<string[]> {
  const expected = Object.entries(digests).map(([name, digest]) => ({ name, digest, hash: createHash(name) }));
  for await (const chunk of content) for (const { hash } of expected) hash.update(chunk);
  return expected.filter(({ digest, hash }) => hash.digest('hex') !== digest).map(({ name }) => name);
}
