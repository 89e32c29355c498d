import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { callbackify } from 'node:util';
import type { Digests, ExtraDigest } from '../../model/values.ts';
import { createHashes } from './create-hashes.ts';

/** In bytes: the maximum that is buffered while the disk is busy. It is then written with one call. */
const WAITING = 1024 * 1024;

/** In bytes: the minimum between two syncs of an incomplete file. */
const UNSYNCED = 8 * 1024 * 1024;

/** Creates a new file to write to. */
export async function createFile(path: string): Promise<FileHandle> {
  return await open(path, 'wx', 0o600);
}

export interface WriteOptions {
  /** Whether to resolve only once the bytes survive a power cut. */
  readonly sync?: boolean;
  /** Whether to free the memory of each chunk once it is written. */
  readonly ownsChunks?: boolean;
}

/** Writes a stream to a new file, no faster than the disk takes it, hashes it on the way, and closes the file. */
export async function writeAndHash(
  handle: FileHandle,
  content: AsyncIterable<Uint8Array>,
  extraDigests: readonly ExtraDigest[],
  { sync = false, ownsChunks = false }: WriteOptions = {},
): Promise<{ readonly size: number; readonly digests: Digests }> {
  const hashes = createHashes(extraDigests, ownsChunks);
  try {
    const syncing = syncMeanwhile(handle);
    let size = 0;
    const take = async (pieces: readonly Uint8Array[]): Promise<void> => {
      const bytes = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
      const writing = writeWhole(handle, pieces, bytes);
      // While the disk is at it.
      hashes.update(pieces);
      await writing;
      size += bytes;
      syncing.wrote(bytes);
      await hashes.written(pieces);
    };
    await pipeline(content, createSink(take));
    const synced = syncing.ended().then(() => (sync ? handle.sync() : undefined));
    // Another thread hashes while the disk is busy.
    const [digests] = await Promise.all([hashes.digests(), synced]);
    return { size, digests };
  } finally {
    hashes.close();
    await handle.close();
  }
}

/**
 * Syncs a large file again and again while the rest of it arrives, so that there is little left to sync at its end: the
 * disk would be idle until then.
 */
function syncMeanwhile(handle: FileHandle) {
  let unsynced = 0;
  let running: Promise<void> | undefined;
  let failed: { readonly error: unknown } | undefined;
  const sync = async (): Promise<void> => {
    try {
      await handle.datasync();
    } catch (error) {
      // The system reports a failed write once, so a later sync might succeed.
      failed ??= { error };
    }
    running = undefined;
  };
  return {
    wrote(bytes: number): void {
      unsynced += bytes;
      if (unsynced < UNSYNCED || running) return;
      unsynced = 0;
      running = sync();
    },
    /** Throws the error of a sync that failed. */
    async ended(): Promise<void> {
      await running;
      if (failed) throw failed.error;
    },
  };
}

/** Passes on the chunks that arrived while the previous ones were written. */
function createSink(take: (pieces: readonly Uint8Array[]) => Promise<void>): Writable {
  const taken = callbackify(take);
  return new Writable({
    highWaterMark: WAITING,
    write: (piece: Uint8Array, _, done) => taken([piece], done),
    writev: (pieces: { readonly chunk: Uint8Array }[], done) =>
      taken(
        pieces.map(({ chunk }) => chunk),
        done,
      ),
  });
}

async function writeWhole(handle: FileHandle, pieces: readonly Uint8Array[], bytes: number): Promise<void> {
  const { bytesWritten } = await handle.writev(pieces);
  if (bytesWritten === bytes) return;
  // The system may write less than requested, for example if the disk is nearly full.
  const all = Buffer.concat(pieces);
  for (let written = bytesWritten; written < bytes;) {
    written += (await handle.write(all, written)).bytesWritten;
  }
}
