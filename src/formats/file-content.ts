/** Reads a whole file as a stream. */
import type { FileHandle } from 'node:fs/promises';

/** In bytes. Each piece is a task of another thread. */
const PIECE = 256 * 1024;

/** Reads without a stream of the handle, which could still be reading when the handle is closed. */
export async function* contentOf(handle: FileHandle): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(PIECE), 0, PIECE, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}
