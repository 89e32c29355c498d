/** Reads files, or ranges of them, without a stream of the handle, which could still be reading when it is closed. */
import type { FileHandle } from 'node:fs/promises';
import { MalformedFile } from './malformed-file.ts';

/** In bytes. Each piece is a task of another thread. */
const PIECE = 256 * 1024;

/** Yields the rest of a file. A piece is valid until the next one is requested. */
export async function* contentOf(handle: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(PIECE);
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, PIECE, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Yields the bytes from `start` and before `end`. Throws `MalformedFile` if the file is shorter. */
export async function* contentBetween(handle: FileHandle, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += PIECE) yield await readExactly(handle, at, Math.min(PIECE, end - at));
}

/** Returns `length` bytes from `start`. Throws `MalformedFile` if the file is shorter. */
export async function readExactly(handle: FileHandle, start: number, length: number): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.alloc(length);
  for (let filled = 0; filled < length;) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, start + filled);
    if (bytesRead === 0) throw new MalformedFile(`The file ends at byte ${start + filled}, before its declared size.`);
    filled += bytesRead;
  }
  return bytes;
}
