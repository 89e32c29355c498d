import { MalformedFile } from './malformed-file.ts';

/** Yields unpacked content. Throws `MalformedFile` if it exceeds `limit` bytes, by at most one chunk. */
export async function* atMost(content: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of content) {
    size += piece.byteLength;
    if (size > limit) throw new MalformedFile(`The content unpacks to more than ${limit} bytes, the maximum.`);
    yield piece;
  }
}
