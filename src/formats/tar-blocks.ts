/** Reads the blocks of a tar archive from its pieces, which are valid until the next one is requested. */
import { MalformedFile } from './malformed-file.ts';
import { BLOCK } from './ustar-header.ts';

/** The bytes of an archive in blocks of 512. */
export class Blocks {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(archive: AsyncIterable<Uint8Array>) {
    this.#pieces = archive[Symbol.asyncIterator]();
  }

  /** Returns the next block, which is valid until the next call; undefined at the end. */
  async next(): Promise<Buffer | undefined> {
    while (this.#rest.byteLength < BLOCK) {
      // The beginning of a block is at the end of a piece that changes now.
      const beginning = Buffer.from(this.#rest);
      const more = await this.#more();
      if (more === undefined && beginning.byteLength === 0) return undefined;
      if (more === undefined) throw truncated();
      this.#rest = beginning.byteLength === 0 ? more : Buffer.concat([beginning, more]);
    }
    return this.#take(BLOCK);
  }

  /** Yields the next bytes. Can be read in parts: a second reading continues the first one. */
  content(size: number): AsyncIterable<Uint8Array> {
    let left = size;
    const next = async (): Promise<IteratorResult<Uint8Array, undefined>> => {
      if (left === 0) return { done: true, value: undefined };
      if (this.#rest.byteLength === 0) this.#rest = (await this.#more()) ?? truncatedContent();
      const piece = this.#take(Math.min(left, this.#rest.byteLength));
      left -= piece.byteLength;
      return { done: false, value: piece };
    };
    return { [Symbol.asyncIterator]: () => ({ next }) };
  }

  /** Skips the bytes after content of a size up to the next block. */
  async padding(size: number): Promise<void> {
    for await (const piece of this.content((BLOCK - (size % BLOCK)) % BLOCK)) void piece;
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #more(): Promise<Buffer | undefined> {
    for (;;) {
      const next = await this.#pieces.next();
      if (next.done === true) return undefined;
      const { buffer, byteOffset, byteLength } = next.value;
      if (byteLength > 0) return Buffer.from(buffer, byteOffset, byteLength);
    }
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }
}

function truncated(): MalformedFile {
  return new MalformedFile('The tar archive is truncated.');
}

function truncatedContent(): never {
  throw truncated();
}
