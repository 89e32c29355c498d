/** Reads tar archives (ustar, GNU, pax and v7) entry by entry. */
import { MalformedFile } from './malformed-file.ts';
import { Blocks } from './tar-blocks.ts';
import { tarHeaderOf, textAt, type TarHeader } from './tar-header.ts';

export interface TarEntry {
  /** As written in the archive: it may be absolute or lead upwards. */
  readonly path: string;
  /** `file`, `directory`, `symlink`, `link` and so on; `unknown` for types without a specification. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** Must be read before the next entry is requested. Unread content is skipped. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** In bytes: Linux has no longer paths. */
const LONGEST_PATH = 4096;
const MOST_PAX_BYTES = 64 * 1024;
/** tar(5) names some twenty; GNU tar and some libraries add a few of their own. */
const MOST_PAX_KEYS = 64;

/**
 * Yields the entries of a tar archive, in order. Reads all of it, including bytes after its end. Throws `MalformedFile` if
 * the bytes are not a tar archive or are truncated, and for more than `maxEntries` entries, a path of more than 4 KiB, too
 * large pax headers, and GNU sparse files. Errors of `archive` are passed on unchanged.
 */
export async function* tarEntries(archive: AsyncIterable<Uint8Array>, maxEntries: number): AsyncGenerator<TarEntry> {
  const blocks = new Blocks(archive);
  try {
    let notes = noNotes;
    let count = 0;
    for (let block = await blocks.next(); block !== undefined; block = await blocks.next()) {
      const header = tarHeaderOf(block);
      if (header === undefined) continue;
      if (isNote(header)) {
        notes = noted(notes, header, await bytesOf(blocks, header));
        continue;
      }
      if (count++ === maxEntries)
        throw new MalformedFile(`The tar archive has more than ${maxEntries} entries, the maximum.`);
      const { path, type, size } = described(header, notes);
      notes = { ...noNotes, global: notes.global };
      // POSIX pax, "ustar Interchange Format": the size of a directory is not that of content.
      const content = blocks.content(type === 'directory' ? 0 : size);
      yield { path, type, size, content: copies(content) };
      for await (const piece of content) void piece;
      if (type !== 'directory') await blocks.padding(size);
    }
  } finally {
    await blocks.close();
  }
}

/** What extended headers specify of the next entry, and the last global pax header. */
interface Notes {
  readonly path?: string;
  readonly pax?: Pax;
  readonly global?: Pax | undefined;
}

type Pax = ReadonlyMap<string, string>;

const noNotes: Notes = {};

function isNote({ type }: TarHeader): boolean {
  return type === 'pax' || type === 'global pax' || type === 'long path' || type === 'long link path';
}

/** Returns the content of an extended header. Throws `MalformedFile` if it is too long. */
async function bytesOf(blocks: Blocks, { type, size }: TarHeader): Promise<Buffer> {
  const isPax = type.endsWith('pax');
  // A path ends in NUL.
  if (!isPax && size > LONGEST_PATH + 1) throw longPath();
  if (isPax && size > MOST_PAX_BYTES)
    throw new MalformedFile(`The tar archive has a pax header of ${size} bytes; the maximum is ${MOST_PAX_BYTES}.`);
  const pieces: Uint8Array[] = [];
  for await (const piece of copies(blocks.content(size))) pieces.push(piece);
  await blocks.padding(size);
  return Buffer.concat(pieces);
}

function noted(notes: Notes, { type }: TarHeader, bytes: Buffer): Notes {
  if (type === 'long link path') return notes;
  if (type === 'long path') return { ...notes, path: textAt(bytes, 0, bytes.length) };
  const own = paxRecords(bytes);
  const others = type === 'pax' ? notes.global : notes.pax;
  checkKeys(new Set([...(others ?? []), ...own].map(([key]) => key)));
  if (type === 'global pax') return { ...notes, global: own };
  return { ...notes, pax: new Map([...(notes.global ?? []), ...own]) };
}

/** Returns the records of a pax header, `{length} {key}={value}\n`, up to the first that is not one. */
function paxRecords(bytes: Buffer): Pax {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const blank = bytes.indexOf(' ', at);
    const length = Number.parseInt(bytes.toString('latin1', at, blank === -1 ? bytes.length : blank), 10);
    if (!(length > 0)) return records;
    const record = bytes.toString('utf8', blank + 1, at + length - 1);
    const equals = record.indexOf('=');
    if (equals === -1) return records;
    records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return records;
}

function checkKeys(keys: ReadonlySet<string>): void {
  if (keys.size > MOST_PAX_KEYS) {
    throw new MalformedFile(`The tar archive has ${keys.size} keys in a pax header; the maximum is ${MOST_PAX_KEYS}.`);
  }
  // Readers that support them see another name and other content for the entry.
  if ([...keys].some((key) => key.startsWith('GNU.sparse.'))) {
    throw new MalformedFile('The tar archive has a sparse file (GNU.sparse). Pack it without the option --sparse.');
  }
}

/** Returns the header with what extended ones specify. Throws `MalformedFile` for a path or a size out of bounds. */
function described(header: TarHeader, { path: longName, pax }: Notes): TarHeader {
  const paxSize = pax?.get('size') ?? '';
  const path = (pax?.get('path') ?? '') || (longName ?? '') || header.path;
  const size = paxSize === '' ? header.size : Number.parseInt(paxSize, 10);
  if (Buffer.byteLength(path) > LONGEST_PATH) throw longPath();
  if (!(size >= 0)) throw new MalformedFile('The tar archive is damaged: an entry has no size.');
  return { path, type: header.type, size };
}

/** The pieces of a decompressed archive are freed when the next one is requested; readers collect those of a file. */
async function* copies(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of content) yield Uint8Array.from(piece);
}

function longPath(): MalformedFile {
  return new MalformedFile(`The tar archive has a path of more than ${LONGEST_PATH} bytes, the maximum.`);
}
