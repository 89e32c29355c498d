/** Verifies bytes against their digests. */
import { createHash } from 'node:crypto';
import type { Digests } from '../model/values.ts';

/** Returns the names of the digests that differ. Reads all bytes and holds none of them. */
export async function differingDigests(
  content: AsyncIterable<Uint8Array>,
  digests: Pick<Digests, 'sha256'> & Partial<Digests>,
): Promise<string[]> {
  const expected = Object.entries(digests).map(([name, digest]) => ({ name, digest, hash: createHash(name) }));
  for await (const chunk of content) for (const { hash } of expected) hash.update(chunk);
  return expected.filter(({ digest, hash }) => hash.digest('hex') !== digest).map(({ name }) => name);
}
