/** The library that unpacks xz, made into a plain iteration that always lets go of the decoder. */
import { ReadableStream } from 'node:stream/web';
import xz from 'xz-decompress';

/**
 * The unpacked bytes of an xz file. Throws the library's errors for bytes that cannot be unpacked.
 * All decoders take turns (the library has one memory for all): whoever iterates must finish or return soon.
 */
export async function* unpackXz(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new xz.XzReadableStream(ReadableStream.from(content)).getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    // Only cancelling passes the turn on. It must not come before the first read has come back, since the decoder
    // would then give away a turn that is not its own; here it cannot, as the reads are awaited.
    await reader.cancel().catch(() => {});
  }
}
