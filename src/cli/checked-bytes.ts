/** Compares downloaded bytes with the digest in the package's record. */
import { createHash } from 'node:crypto';
import type { PackageFile } from '../client/index.ts';
import { CommandError } from './command-error.ts';

/** Yields the bytes, then throws `CommandError` if their SHA-256 differs from the file's. */
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
    `${name} was not downloaded correctly: its SHA-256 is ${sha256}, not ${digests.sha256}.\nTry again. If it fails again, run \`larder check --hash\` on the server.`,
  );
}
