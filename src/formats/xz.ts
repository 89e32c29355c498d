/** Wraps the xz library in an iteration that always releases the decoder. */
import { ReadableStream } from 'node:stream/web';
import xz from 'xz-decompress';

/**
 * Yields the unpacked bytes of an xz file. Throws the library's errors if they cannot be unpacked. All decoders share
 * one memory and take turns, so the caller must finish the iteration or return soon.
 */
export async function* unpackXz(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new xz.XzReadableStream(ReadableStream.from(content)).getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    // Only cancelling releases the turn. It must not happen before the first read has returned, because the decoder
    // would release the turn of another one; here all reads are awaited.
    await reader.cancel().catch(() => {});
  }
}
