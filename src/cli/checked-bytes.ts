/** Bytes that must have the digest that was announced for them. */
import { createHash } from 'node:crypto';
import type { PackageFile } from '../client/index.ts';
import { CommandError } from './command-error.ts';

/** Passes the bytes on, and throws `CommandError` at their end when they are not those of the file. */
export async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  { name, digests }: PackageFile,
  onProgress: (received: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let received = 0;
  for await (const piece of bytes) {
    hash.update(piece);
    received += piece.length;
    onProgress(received);
    yield piece;
  }
  const sha256 = hash.digest('hex');
  if (sha256 === digests.sha256) return;
  throw new CommandError(
    'failed',
    `${name} did not arrive as it was published: its SHA-256 is ${sha256}, not ${digests.sha256}.\nTry again; if it stays so, the server has lost bytes: larder check there.`,
  );
}
