/** Unpacks gzip, xz and zstd streams, and stops at a limit, which protects against decompression bombs. */
import { Readable, pipeline, type Duplex } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
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
 * Yields the unpacked bytes of `content`. Throws `MalformedFile` if they cannot be unpacked, are truncated, or exceed
 * `limit` bytes by at most one chunk. Errors of `content` are passed on unchanged.
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

function through(content: AsyncIterable<Uint8Array>, decoder: Duplex): AsyncIterable<Uint8Array> {
  // The callback only prevents unhandled errors; the iteration of the decoder throws them.
  return pipeline(Readable.from(content, { objectMode: true }), decoder, () => {});
}
