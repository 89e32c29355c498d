/**
 * Cuts a stream into pieces at places that depend on the bytes around them only. If a document changes in one place or
 * grows at its end, all other pieces stay equal, so that they need not be stored again.
 */
import { createHash } from 'node:crypto';

/** In bytes. All but the last piece are at least `least` long. */
export const pieceSize = { least: 16 * 1024, usual: 64 * 1024, most: 256 * 1024 } as const;

/**
 * A hash of the last 32 bytes: each byte shifts it by one bit and adds a number that stands for the byte, so that the
 * bits of earlier bytes have left it. Any fixed numbers do, if they have about as many ones as zeros.
 */
const numberOf = Int32Array.from({ length: 256 }, (_, byte) =>
  createHash('sha256').update(Uint8Array.of(byte)).digest().readInt32LE(),
);
const hashedBytes = 32;

/** A piece ends where the hash is below this, which has the probability 1 / (usual - least). */
const limit = Math.floor(2 ** 32 / (pieceSize.usual - pieceSize.least));

/** Yields the bytes of a stream in pieces. Each piece has its own memory. Takes linear time. */
export async function* cutByContent(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let piece = Buffer.allocUnsafe(pieceSize.most);
  let filled = 0;
  let hash = 0;
  for await (const chunk of content) {
    for (let at = 0; at < chunk.byteLength; at += 1) {
      const byte = chunk[at] ?? 0;
      piece[filled] = byte;
      filled += 1;
      // Bytes before these have no effect on the first hash that is compared.
      if (filled <= pieceSize.least - hashedBytes) continue;
      hash = ((hash << 1) + (numberOf[byte] ?? 0)) | 0;
      if (filled < pieceSize.least || (hash >>> 0 >= limit && filled < pieceSize.most)) continue;
      yield piece.subarray(0, filled);
      piece = Buffer.allocUnsafe(pieceSize.most);
      filled = 0;
      hash = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
