import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Digests, LegacyDigest } from '../../ecosystems/ecosystem.ts';

/** How much is gathered for one write: small enough to have many uploads, large enough to make few writes. */
const WRITE_SIZE = 1024 * 1024;

/** Writes a stream to a new file, no faster than the disk takes it, and hashes it on the way. */
export async function writeAndHash(
  path: string,
  content: AsyncIterable<Uint8Array>,
  legacyDigests: readonly LegacyDigest[],
): Promise<{ readonly size: number; readonly digests: Digests }> {
  const handle = await open(path, 'wx', 0o600);
  try {
    const hashes = createHashes(legacyDigests);
    const buffer = Buffer.allocUnsafe(WRITE_SIZE);
    let filled = 0;
    let size = 0;
    for await (const chunk of content) {
      hashes.update(chunk);
      size += chunk.byteLength;
      for (let taken = 0; taken < chunk.byteLength;) {
        const piece = chunk.subarray(taken, taken + WRITE_SIZE - filled);
        buffer.set(piece, filled);
        taken += piece.byteLength;
        filled += piece.byteLength;
        if (filled === WRITE_SIZE) {
          await writeWhole(handle, buffer);
          filled = 0;
        }
      }
    }
    await writeWhole(handle, buffer.subarray(0, filled));
    return { size, digests: hashes.digests() };
  } finally {
    await handle.close();
  }
}

/** The system may take less than it was given, for example when the disk is nearly full. */
async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.byteLength;) {
    written += (await handle.write(bytes, written)).bytesWritten;
  }
}

function createHashes(legacyDigests: readonly LegacyDigest[]) {
  const hashes = new Map(['sha256', 'sha512', ...legacyDigests].map((name) => [name, createHash(name)]));
  const digest = (name: string) => hashes.get(name)?.digest('hex');
  return {
    update(chunk: Uint8Array): void {
      for (const hash of hashes.values()) hash.update(chunk);
    },
    digests(): Digests {
      const [sha256 = '', sha512 = '', md5, sha1] = ['sha256', 'sha512', 'md5', 'sha1'].map(digest);
      return { sha256, sha512, ...(md5 === undefined ? {} : { md5 }), ...(sha1 === undefined ? {} : { sha1 }) };
    },
  };
}
