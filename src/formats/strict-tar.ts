/**
 * Reads tar archives like the most limited readers do (ustar and pax): what they would skip, misread or stop at is
 * rejected, so that all readers find the same entries. `tar-entries.ts` reads more.
 */
import { MalformedFile } from './malformed-file.ts';
import { quoted } from './quoted.ts';
import { Blocks } from './tar-blocks.ts';
import type { TarEntry } from './tar-entries.ts';
import { headerOf, isZero, type UstarHeader } from './ustar-header.ts';

export interface StrictTarEntry extends TarEntry {
  /** The records of its pax header, such as checksums of its content. */
  readonly pax: ReadonlyMap<string, string>;
}

export interface StrictTarOptions {
  readonly maxEntries: number;
  /**
   * `cut`: the archive must not have an end, because another one continues it; `any`: it may have one, and nothing after
   * it.
   */
  readonly end: 'cut' | 'any';
}

/** In bytes: Linux has no longer paths. */
const LONGEST_PATH = 4096;
const MOST_PAX_BYTES = 64 * 1024;

/**
 * Yields the entries of an archive, in order. Unread content is skipped. Throws `MalformedFile` for bytes that are not
 * complete blocks of such an archive, and for headers that change the size of an entry or exceed a limit. Errors of
 * `archive` are passed on unchanged.
 */
export async function* strictTarEntries(
  archive: AsyncIterable<Uint8Array>,
  { maxEntries, end }: StrictTarOptions,
): AsyncGenerator<StrictTarEntry> {
  const blocks = new Blocks(archive);
  try {
    let extended: Extension | undefined;
    let count = 0;
    let block = await blocks.next();
    for (; block !== undefined && !isZero(block); block = await blocks.next()) {
      const header = headerOf(block);
      if (isExtension(header)) {
        extended = { ...extended, ...(await readExtension(blocks, header)) };
        continue;
      }
      if (count++ === maxEntries)
        throw new MalformedFile(`The tar archive has more than ${maxEntries} entries, the maximum.`);
      const { size, type, path } = header;
      const content = blocks.content(size);
      yield checkedEntry({ path: extended?.path ?? path, type, size, content, pax: extended?.pax ?? noRecords });
      extended = undefined;
      for await (const piece of content) void piece;
      await blocks.padding(size);
    }
    if (extended !== undefined) throw new MalformedFile('The tar archive ends after an extended header.');
    if (block !== undefined) await checkEnd(blocks, end);
  } finally {
    await blocks.close();
  }
}

function isExtension({ type }: UstarHeader): boolean {
  return type === 'pax' || type === 'long path' || type === 'ignored';
}

function checkedEntry(entry: StrictTarEntry): StrictTarEntry {
  const { path, type, size } = entry;
  if (Buffer.byteLength(path) > LONGEST_PATH)
    throw new MalformedFile(`The tar archive has a path of more than ${LONGEST_PATH} bytes, the maximum.`);
  if (type !== 'file' && size !== 0)
    throw new MalformedFile(`The tar archive has ${quoted(path)} as a ${type} with ${size} bytes of content.`);
  return entry;
}

async function checkEnd(blocks: Blocks, end: StrictTarOptions['end']): Promise<void> {
  if (end === 'cut')
    throw new MalformedFile('The tar archive has an end, although it continues after this part. Cut off its end.');
  for (let block = await blocks.next(); block !== undefined; block = await blocks.next())
    if (!isZero(block)) throw new MalformedFile('The tar archive has bytes after its end.');
}

/** What extended headers specify of the next entry. */
interface Extension {
  readonly path?: string | undefined;
  readonly pax?: ReadonlyMap<string, string>;
}

const noRecords: ReadonlyMap<string, string> = new Map();

async function readExtension(blocks: Blocks, { type, size }: UstarHeader): Promise<Extension> {
  if (size > MOST_PAX_BYTES)
    throw new MalformedFile(`The tar archive has a pax header of ${size} bytes; the maximum is ${MOST_PAX_BYTES}.`);
  const pieces: Uint8Array[] = [];
  for await (const piece of blocks.content(size)) pieces.push(piece);
  await blocks.padding(size);
  const bytes = Buffer.concat(pieces);
  if (type === 'long path') return { path: untilNul(bytes) };
  if (type !== 'pax') return {};
  const pax = paxRecords(bytes);
  const path = pax.get('path');
  return { ...(path !== undefined && { path }), pax };
}

function untilNul(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end === -1 ? bytes.byteLength : end);
}

/** Returns the records of a pax header: `{length} {key}={value}\n`. */
function paxRecords(bytes: Buffer): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.byteLength;) {
    const [begin = '', digits = ''] = /^([1-9][0-9]{0,4}) /.exec(bytes.toString('latin1', at, at + 6)) ?? [];
    const next = at + Number(digits);
    const equals = bytes.indexOf('=', at);
    if (digits === '' || next > bytes.byteLength || equals === -1 || equals >= next || bytes[next - 1] !== NEWLINE)
      throw new MalformedFile('The tar archive has a malformed pax header.');
    const key = bytes.toString('utf8', at + begin.length, equals);
    if (key === 'size' || key.startsWith('GNU.sparse.'))
      throw new MalformedFile(`The tar archive has ${quoted(key)} in a pax header. Pack it without sparse files.`);
    records.set(key, bytes.toString('utf8', equals + 1, next - 1));
    at = next;
  }
  return records;
}

const NEWLINE = 10;
