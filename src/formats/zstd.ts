/** Compresses with zstd (RFC 8878). */
import { Readable } from 'node:stream';
import { createZstdCompress } from 'node:zlib';

/** Yields one frame with all of the content, whose chunks may change when the next one is requested. */
export function zstdFrame(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return Readable.from(copies(content)).compose(createZstdCompress());
}

async function* copies(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) yield Uint8Array.from(chunk);
}
