import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { BlobMissing } from '../blob-store.ts';
import type { ByteRange } from '../blob-store.ts';
import { pathOf } from './location.ts';
import { isMissing } from './remove-file.ts';

/** In bytes. Reusing the same buffers costs a fraction of allocating new ones. */
const PIECE = 256 * 1024;

/** Opens the bytes at a location, or a range of them. */
export async function openBlob(
  blobs: string,
  location: string,
  range: ByteRange | undefined,
): Promise<AsyncIterable<Uint8Array>> {
  const handle = await openFile(blobs, location);
  try {
    const { start, end } = range ?? { start: 0, end: (await handle.stat()).size - 1 };
    return piecesOf(handle, location, start, end + 1);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Reads a range into memory. */
export async function readBlob(blobs: string, location: string, { start, end }: ByteRange): Promise<Uint8Array> {
  const handle = await openFile(blobs, location);
  try {
    return await fill(handle, location, Buffer.allocUnsafe(end - start + 1), start);
  } finally {
    // The caller does not wait for the close, because all bytes are read.
    handle.close().catch(() => undefined);
  }
}

/** Reads one chunk ahead, while the caller processes the previous one. */
async function* piecesOf(handle: FileHandle, location: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  let [buffer, other] = [allocate(end - start), allocate(end - start)];
  const read = (at: number): Promise<Uint8Array> =>
    fill(handle, location, buffer.subarray(0, Math.min(PIECE, end - at)), at);
  try {
    let coming = read(start);
    for (let at = start; at < end; at += PIECE) {
      const piece = await coming;
      [buffer, other] = [other, buffer];
      if (at + PIECE < end) {
        coming = read(at + PIECE);
        // The error is thrown if the caller requests the next chunk.
        coming.catch(() => undefined);
      }
      yield piece;
    }
  } finally {
    await handle.close();
  }
}

function allocate(bytes: number): Buffer {
  return Buffer.allocUnsafeSlow(Math.min(PIECE, bytes));
}

async function fill(handle: FileHandle, location: string, buffer: Buffer, at: number): Promise<Uint8Array> {
  for (let filled = 0; filled < buffer.byteLength;) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.byteLength - filled, at + filled);
    if (bytesRead === 0) throw new Error(`The bytes at ${location} end before ${at + buffer.byteLength}.`);
    filled += bytesRead;
  }
  return buffer;
}

async function openFile(blobs: string, location: string): Promise<FileHandle> {
  try {
    return await open(pathOf(blobs, location), 'r');
  } catch (error) {
    throw isMissing(error) ? missing(location, error) : error;
  }
}

export function missing(location: string, cause: unknown): BlobMissing {
  return new BlobMissing(`There are no bytes at ${location}.`, { cause });
}
