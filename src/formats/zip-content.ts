/** Unpacks the content of one entry of a zip archive, and compares it with the directory. */
import { Readable, pipeline } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, createInflateRaw, inflateRawSync, type Inflate } from 'node:zlib';
import type { FileWindow } from './file-window.ts';
import { MalformedFile } from './malformed-file.ts';
import { quoted } from './quoted.ts';
import { damaged, type ZipExtent } from './zip-layout.ts';

// APPNOTE, section 4.4.5. PEP 427 and other formats based on zip use no other methods in practice.
const STORED = 0;
const DEFLATED = 8;

const PIECE = 64 * 1024;

/** In bytes, packed and unpacked: for smaller content, a stream takes several times as long as one call. */
const SMALL = 1024 * 1024;

/**
 * Yields the content of an entry. Throws `MalformedFile` unless its size, its checksum and the end of its packed form
 * are right.
 */
export async function* zipContent(file: FileWindow, extent: ZipExtent): AsyncGenerator<Uint8Array> {
  let size = 0;
  let sum = 0;
  for await (const piece of unpacked(file, extent)) {
    size += piece.byteLength;
    if (size > extent.size) throw wrongSize(extent);
    sum = crc32(piece, sum);
    yield piece;
  }
  if (size !== extent.size) throw wrongSize(extent);
  if (sum !== extent.crc) throw damaged(extent.path, 'its content does not match its checksum');
}

function unpacked(file: FileWindow, extent: ZipExtent): AsyncIterable<Uint8Array> {
  switch (extent.method) {
    case STORED:
      return packedPieces(file, extent);
    case DEFLATED:
      return extent.packedSize <= SMALL && extent.size <= SMALL ? inflateSmall(file, extent) : inflate(file, extent);
    default:
      throw unknownMethod(extent);
  }
}

/** APPNOTE, section 4.4.5: the methods that common libraries and tools write. */
const OTHER_METHODS: Readonly<Record<number, string>> = {
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
};

function unknownMethod({ path, method }: ZipExtent): MalformedFile {
  const name = OTHER_METHODS[method];
  const how = `method ${method}${name === undefined ? '' : ` (${name})`}`;
  return new MalformedFile(
    `The zip archive has ${quoted(path)} compressed by ${how}; only deflate and no compression are accepted.`,
  );
}

async function* inflateSmall(file: FileWindow, extent: ZipExtent): AsyncGenerator<Uint8Array> {
  const { buffer: content, engine } = inflateWhole(await buffer(packedPieces(file, extent)), extent.size);
  if (engine.bytesWritten !== extent.packedSize) throw notAllPacked(extent);
  yield content;
}

/** The library's types omit the result of the option `info`. */
function inflateWhole(packed: Uint8Array, most: number): { readonly buffer: Buffer; readonly engine: Inflate } {
  // At least one byte, because a limit of zero is invalid. The size is compared afterwards.
  const result: unknown = inflateRawSync(packed, { info: true, maxOutputLength: Math.max(most, 1) });
  return result as { readonly buffer: Buffer; readonly engine: Inflate };
}

async function* inflate(file: FileWindow, extent: ZipExtent): AsyncGenerator<Uint8Array> {
  const engine = createInflateRaw();
  // The callback only keeps errors from being unhandled: the iteration meets them.
  pipeline(Readable.from(packedPieces(file, extent), { objectMode: true }), engine, () => {});
  for await (const piece of engine) yield piece as Uint8Array; // The library's types do not specify its chunks.
  if (engine.bytesWritten !== extent.packedSize) throw notAllPacked(extent);
}

async function* packedPieces(file: FileWindow, { path, contentStart, packedSize }: ZipExtent): AsyncGenerator<Buffer> {
  for (let read = 0; read < packedSize;) {
    const piece = await file.read(contentStart + read, Math.min(PIECE, packedSize - read));
    if (piece.byteLength === 0) throw damaged(path, 'the archive ends inside its content');
    read += piece.byteLength;
    yield piece;
  }
}

function wrongSize({ path, size }: ZipExtent): Error {
  return damaged(path, `its content does not have its declared ${size} bytes`);
}

/** Readers that use the end of the packed data would look for the next entry at another offset. */
function notAllPacked({ path }: ZipExtent): Error {
  return damaged(path, 'its packed content ends before its declared size');
}
