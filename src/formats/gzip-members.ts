/**
 * Reads a file of several gzip members (RFC 1952) member by member, with the place of each. Node's own reader joins all
 * members of a file.
 */
import type { FileHandle } from 'node:fs/promises';
import { Readable, pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { contentBetween, readExactly } from './file-content.ts';
import { MalformedFile } from './malformed-file.ts';
import { WatchedSource } from './watched-source.ts';

export interface GzipMember {
  /** The offset of its first byte in the file. */
  readonly start: number;
  /** The unpacked bytes. Must be read to the end before the next member is requested. */
  readonly content: AsyncIterable<Uint8Array>;
  /** Returns the offset of the first byte after the member. Must be called after the content was read. */
  end(): number;
}

/** In bytes: the optional fields of a header are an extra field, a name and a comment. */
const LONGEST_HEADER = 64 * 1024;
const TRAILER_SIZE = 8;

/**
 * Yields the members of a file of `size` bytes. Throws `MalformedFile` unless the file consists of at most `most` complete
 * gzip members. The caller limits their unpacked sizes.
 */
export async function* gzipMembers(file: FileHandle, size: number, most: number): AsyncGenerator<GzipMember> {
  let count = 0;
  for (let start = 0; start < size; count += 1) {
    if (count === most) throw new MalformedFile(`The file has more than ${most} gzip members, the maximum.`);
    const body = await endOfHeader(file, start, size);
    let end: number | undefined;
    const endOf = (): number => {
      if (end === undefined) throw new Error('The content of the gzip member was not read.');
      return end;
    };
    yield { start, content: unpack(file, { body, size }, (at) => (end = at)), end: endOf };
    start = endOf();
  }
}

interface Body {
  /** The offset of the deflated bytes in the file. */
  readonly body: number;
  /** The size of the file. */
  readonly size: number;
}

async function* unpack(
  file: FileHandle,
  { body, size }: Body,
  ended: (end: number) => void,
): AsyncGenerator<Uint8Array> {
  const source = new WatchedSource(contentBetween(file, body, size));
  const decoder = createInflateRaw();
  // The callback only prevents unhandled errors; the iteration of the decoder throws them.
  pipeline(Readable.from(source, { objectMode: true }), decoder, () => {});
  let sum = 0;
  let unpacked = 0;
  try {
    for await (const piece of decoder as AsyncIterable<Uint8Array>) {
      unpacked += piece.byteLength;
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    source.throwIfFailed();
    throw new MalformedFile('The content cannot be unpacked as gz: it is damaged or truncated.', { cause: error });
  }
  // The decoder takes no byte after the last block.
  const trailer = body + decoder.bytesWritten;
  if (trailer + TRAILER_SIZE > size) throw new MalformedFile('The gzip file is truncated: its last member has no end.');
  const sums = await readExactly(file, trailer, TRAILER_SIZE);
  if (sums.readUInt32LE(0) !== sum || sums.readUInt32LE(4) !== unpacked % 2 ** 32)
    throw new MalformedFile('The gzip file is damaged: a checksum does not match.');
  ended(trailer + TRAILER_SIZE);
}

const flags = { headerSum: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const;

/** Returns the offset of the first byte after the header of the member at `start` (section 2.3). */
async function endOfHeader(file: FileHandle, start: number, size: number): Promise<number> {
  const header = await readExactly(file, start, Math.min(LONGEST_HEADER, size - start));
  if (header[0] !== 0x1f || (header[1] ?? 0x8b) !== 0x8b) throw notGzip(start);
  if (header.byteLength < 10) throw new MalformedFile('The gzip file is truncated: it ends in a header.');
  const [method, flag = 0] = header.subarray(2, 4);
  if (method !== 8 || (flag & flags.reserved) !== 0) throw notGzip(start);
  let end = 10;
  if ((flag & flags.extra) !== 0) end += 2 + (end + 2 <= header.byteLength ? header.readUInt16LE(end) : 0);
  for (const text of [flags.name, flags.comment]) if ((flag & text) !== 0) end = afterText(header, end);
  if ((flag & flags.headerSum) !== 0) end += 2;
  if (end <= header.byteLength) return start + end;
  throw new MalformedFile(`The gzip file is truncated, or has a header of more than ${LONGEST_HEADER} bytes.`);
}

/** Returns the offset after a text that ends in NUL; an offset beyond the header if it does not end. */
function afterText(header: Buffer, start: number): number {
  const end = header.indexOf(0, start);
  return end === -1 ? header.byteLength + 1 : end + 1;
}

function notGzip(at: number): MalformedFile {
  const where = at === 0 ? 'does not begin with a gzip member' : `has bytes at ${at} that are not a gzip member`;
  return new MalformedFile(`The file ${where}.`);
}
