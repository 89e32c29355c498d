/** Collects any number of chunks up to a limit of bytes. */

export interface BoundedBuffer {
  /** Copies the chunk. Throws the result of `tooMuch` if the limit is exceeded. */
  add(piece: Uint8Array): void;
  /** Returns all bytes so far. */
  bytes(): Buffer;
  /** Removes all bytes. */
  clear(): void;
}

/** `limit` is in bytes. */
export function createBoundedBuffer(limit: number, tooMuch: () => Error): BoundedBuffer {
  let buffer = Buffer.allocUnsafe(0);
  let length = 0;
  return {
    add: (piece) => {
      const needed = length + piece.length;
      if (needed > limit) throw tooMuch();
      if (needed > buffer.length) {
        const larger = Buffer.allocUnsafe(Math.max(needed, Math.min(2 * buffer.length, limit)));
        larger.set(buffer.subarray(0, length));
        buffer = larger;
      }
      buffer.set(piece, length);
      length = needed;
    },
    bytes: () => buffer.subarray(0, length),
    clear: () => {
      length = 0;
    },
  };
}
