/** Compresses a text while it is written elsewhere, so that it is rendered once. */
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';

export interface CompressedText {
  /** Yields the text, and compresses it. */
  pass(text: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
  /** Yields the gzip member of the text (RFC 1952). Must be called after the end of the text. */
  bytes(): AsyncGenerator<Uint8Array>;
}

/** Equal beginnings of two texts are equal beginnings of their members, of which most is stored once. */
export function compressedText(): CompressedText {
  const gzip = createGzip();
  // Held in memory, because the text is read only once; it is a tenth of the text or less.
  const compressed = buffer(gzip);
  // It is not read if the text is not written completely.
  compressed.catch(() => undefined);
  return {
    async *pass(text) {
      try {
        for await (const chunk of text) {
          // A chunk may change when the next one is read.
          if (!gzip.write(Buffer.from(chunk))) await once(gzip, 'drain');
          yield chunk;
        }
        gzip.end();
      } finally {
        if (!gzip.writableEnded) gzip.destroy();
      }
    },
    async *bytes() {
      yield await compressed;
    },
  };
}
