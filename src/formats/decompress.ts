/** Unpacks gzip, xz and zstd streams, and stops at a limit, which protects against decompression bombs. */
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { releaseBuffer } from '../model/release-memory.ts';
import { atMost } from './at-most.ts';
import { MalformedFile } from './malformed-file.ts';
import { WatchedSource } from './watched-source.ts';
import { unpackXz } from './xz.ts';

export type Compression = keyof typeof UNPACKERS;

/** In bytes. Each chunk is a task of another thread: with the default of 16 KiB, unpacking 10 MiB takes twice the time. */
const CHUNK = 256 * 1024;

const UNPACKERS = {
  none: (content: AsyncIterable<Uint8Array>) => content,
  gz: (content: AsyncIterable<Uint8Array>) => through(content, createGunzip({ chunkSize: CHUNK })),
  xz: unpackXz,
  zst: (content: AsyncIterable<Uint8Array>) => through(content, createZstdDecompress({ chunkSize: CHUNK })),
};

/**
 * Yields the unpacked bytes of `content`. A piece is valid until the next one is requested, when its memory is freed.
 * Throws `MalformedFile` if they cannot be unpacked, are truncated, or exceed `limit` bytes by at most one chunk. Errors
 * of `content` are passed on unchanged.
 */
export async function* decompress(
  content: AsyncIterable<Uint8Array>,
  compression: Compression,
  limit: number,
): AsyncGenerator<Uint8Array> {
  const source = new WatchedSource(content);
  try {
    yield* atMost(UNPACKERS[compression](source), limit);
  } catch (error) {
    source.throwIfFailed();
    if (error instanceof MalformedFile) throw error;
    throw new MalformedFile(
      `The content cannot be unpacked as ${compression}: it is damaged, truncated or needs too much memory.`,
      {
        cause: error,
      },
    );
  }
}

async function* through(content: AsyncIterable<Uint8Array>, decoder: Duplex): AsyncGenerator<Uint8Array> {
  // The iteration of the decoder throws errors, also those of the content.
  void feed(content, decoder).catch((error: unknown) => decoder.destroy(error instanceof Error ? error : undefined));
  const pieces: AsyncIterable<Uint8Array> = decoder;
  let last: Uint8Array | undefined;
  for await (const piece of pieces) {
    // The decoder fills one buffer after the other.
    if (last && last.buffer !== piece.buffer) releaseBuffer(last);
    last = piece;
    yield piece;
  }
}

/** Writes the content to the decoder. Requests each chunk when the decoder has consumed the one before. */
async function feed(content: AsyncIterable<Uint8Array>, decoder: Duplex): Promise<void> {
  const closed = once(decoder, 'close').catch(() => undefined);
  for await (const piece of content) {
    const written = Promise.withResolvers<void>();
    decoder.write(piece, () => written.resolve());
    await Promise.race([written.promise, closed]);
    if (decoder.destroyed) return;
  }
  decoder.end();
}
