/** Reads small, mostly consecutive pieces of a file without a system call for each. */
import type { FileHandle } from 'node:fs/promises';

/** In bytes. */
const WINDOW = 256 * 1024;

export class FileWindow {
  readonly #file: FileHandle;
  #start = 0;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Returns `length` bytes from `start`, or fewer at the end of the file. They must not be changed. */
  async read(start: number, length: number): Promise<Buffer> {
    const isInside = start >= this.#start && start + length <= this.#start + this.#bytes.byteLength;
    if (!isInside) {
      this.#bytes = await readUpTo(this.#file, start, Math.max(length, WINDOW));
      this.#start = start;
    }
    return this.#bytes.subarray(start - this.#start, start - this.#start + length);
  }
}

async function readUpTo(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
