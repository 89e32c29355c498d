/** Unpacks gzip, xz and zstd as streams, and stops in time when a small file turns out to be a bomb. */
import { Readable, pipeline, type Duplex } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { MalformedFile } from './malformed-file.ts';
import { WatchedSource } from './watched-source.ts';
import { unpackXz } from './xz.ts';

export type Compression = keyof typeof UNPACKERS;

const UNPACKERS = {
  none: (content: AsyncIterable<Uint8Array>) => content,
  gz: (content: AsyncIterable<Uint8Array>) => through(content, createGunzip()),
  xz: unpackXz,
  zst: (content: AsyncIterable<Uint8Array>) => through(content, createZstdDecompress()),
};

/**
 * The unpacked bytes of `content`. Throws `MalformedFile` when they cannot be unpacked, are cut off, or are more than
 * `limit` bytes; of those, no more than one further piece has been unpacked by then. Errors of `content` pass unchanged.
 */
export async function* decompress(
  content: AsyncIterable<Uint8Array>,
  compression: Compression,
  limit: number,
): AsyncGenerator<Uint8Array> {
  const source = new WatchedSource(content);
  let size = 0;
  try {
    for await (const piece of UNPACKERS[compression](source)) {
      size += piece.byteLength;
      if (size > limit) throw new MalformedFile(`The content unpacks to more than the ${limit} bytes allowed.`);
      yield piece;
    }
  } catch (error) {
    source.throwIfFailed();
    if (error instanceof MalformedFile) throw error;
    throw new MalformedFile(
      `The content cannot be unpacked as ${compression}: it is damaged, cut off or needs too much memory.`,
      {
        cause: error,
      },
    );
  }
}

function through(content: AsyncIterable<Uint8Array>, decoder: Duplex): AsyncIterable<Uint8Array> {
  // The callback only keeps errors from being unhandled: whoever iterates the decoder meets them.
  return pipeline(Readable.from(content, { objectMode: true }), decoder, () => {});
}
