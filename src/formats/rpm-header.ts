/**
 * Reads header structures of RPM packages (rpm's "RPM Package format", section "Header"): an index of tags, and a data
 * area with their values. The index is held in memory; values are read from the file when they are needed.
 */
import { isUtf8 } from 'node:buffer';
import type { FileWindow } from './file-window.ts';
import { MalformedFile } from './malformed-file.ts';

const MAGIC = 0x8eade801;
const PREAMBLE_SIZE = 16;
const ENTRY_SIZE = 16;

/** rpm's own limits (its `headerutil`): 64 Ki entries, and 256 MiB of data in the main header. */
const MOST_ENTRIES = 65_536;
const MOST_DATA = 256 * 1024 * 1024;

/** The maximum of one tag that is read, in bytes and values. The paths of a hundred thousand files need half of it. */
const LARGEST_VALUE = 16 * 1024 * 1024;
const MOST_VALUES = 250_000;

/** The width of an integer, by its type. */
const WIDTHS: ReadonlyMap<number, number> = new Map([
  [2, 1],
  [3, 2],
  [4, 4],
  [5, 8],
]);
const BINARY = 7;
/** STRING, STRING_ARRAY and I18NSTRING, whose first string is that of the C locale. */
const STRINGS: ReadonlySet<number> = new Set([6, 8, 9]);

/** HEADERIMAGE to HEADERIMMUTABLE: regions, which describe the header itself. */
const REGIONS = { first: 61, last: 63 } as const;

interface Entry {
  readonly type: number;
  readonly count: number;
  /** The range of its data in the file, in bytes. That of strings may be longer than they are. */
  readonly start: number;
  readonly end: number;
}

export interface RpmHeader {
  /** The range of the header in the file, in bytes. The end is exclusive. */
  readonly start: number;
  readonly end: number;
  has(tag: number): boolean;
  /**
   * Returns the strings of a tag; none if the header does not have it. Those that are not UTF-8 are Latin-1, because
   * version 3 did not specify an encoding.
   */
  strings(tag: number): Promise<readonly string[]>;
  /**
   * Returns the integers of a tag; none if the header does not have it. Those of 64 bits are exact up to 2^53. Throws
   * `MalformedFile` for larger ones.
   */
  integers(tag: number): Promise<readonly number[]>;
}

/**
 * Reads the index of the header at `start`, in a file of `size` bytes. `name` is for messages. Throws `MalformedFile` if
 * the header is malformed, exceeds a limit or the file, or if values overlap.
 */
export async function readRpmHeader(
  window: FileWindow,
  { name, start, size }: { readonly name: string; readonly start: number; readonly size: number },
): Promise<RpmHeader> {
  const preamble = await window.read(start, PREAMBLE_SIZE);
  if (preamble.byteLength < PREAMBLE_SIZE) throw new MalformedFile(`The RPM package ends before its ${name}.`);
  if (preamble.readUInt32BE(0) !== MAGIC)
    throw new MalformedFile(`The RPM package has no ${name} at byte ${start}: the file is damaged.`);
  const [count, dataSize] = [preamble.readUInt32BE(8), preamble.readUInt32BE(12)];
  if (count > MOST_ENTRIES || dataSize > MOST_DATA)
    throw new MalformedFile(
      `The ${name} declares ${count} tags with ${dataSize} bytes; the maximum is ${MOST_ENTRIES} tags with ${MOST_DATA} bytes.`,
    );
  const data = start + PREAMBLE_SIZE + ENTRY_SIZE * count;
  const end = data + dataSize;
  if (end > size)
    throw new MalformedFile(`The ${name} ends at byte ${end}, but the file has ${size} bytes: it is truncated.`);
  const index = await window.read(start + PREAMBLE_SIZE, ENTRY_SIZE * count);
  const entries = readIndex(index, name, { data, end });
  return {
    start,
    end,
    has: (tag) => entries.has(tag),
    strings: async (tag) => {
      const entry = entries.get(tag);
      return entry ? splitStrings(await valueOf(window, name, tag, entry, STRINGS.has(entry.type)), tag, entry) : [];
    },
    integers: async (tag) => {
      const entry = entries.get(tag);
      return entry ? integersOf(await valueOf(window, name, tag, entry, WIDTHS.has(entry.type)), tag, entry) : [];
    },
  };
}

function readIndex(
  index: Buffer,
  name: string,
  { data, end }: { readonly data: number; readonly end: number },
): ReadonlyMap<number, Entry> {
  const found: { tag: number; type: number; count: number; start: number }[] = [];
  for (let at = 0; at < index.byteLength; at += ENTRY_SIZE) {
    const tag = index.readUInt32BE(at);
    if (tag >= REGIONS.first && tag <= REGIONS.last) continue;
    const start = data + index.readUInt32BE(at + 8);
    if (start >= end) throw new MalformedFile(`The ${name} has the value of tag ${tag} outside of its data.`);
    found.push({ tag, type: index.readUInt32BE(at + 4), count: index.readUInt32BE(at + 12), start });
  }
  // A region at the end of the data, the trailer, is never read.
  found.sort((a, b) => a.start - b.start);
  const entries = new Map<number, Entry>();
  for (const [n, { tag, type, count, start }] of found.entries()) {
    const next = found[n + 1]?.start ?? end;
    const width = WIDTHS.get(type) ?? (type === BINARY ? 1 : undefined);
    // The least that an array of strings needs are their terminators.
    if (count === 0 || start + count * (width ?? 1) > next)
      throw new MalformedFile(`The ${name} declares ${count} values for tag ${tag}, which do not fit in its data.`);
    if (entries.has(tag)) throw new MalformedFile(`The ${name} has tag ${tag} twice.`);
    entries.set(tag, { type, count, start, end: width === undefined ? next : start + count * width });
  }
  return entries;
}

async function valueOf(
  window: FileWindow,
  name: string,
  tag: number,
  { type, count, start, end }: Entry,
  isExpected: boolean,
): Promise<Buffer> {
  if (!isExpected) throw new MalformedFile(`The ${name} has tag ${tag} with the unexpected type ${type}.`);
  if (end - start > LARGEST_VALUE || count > MOST_VALUES)
    throw new MalformedFile(
      `The ${name} has ${count} values of ${end - start} bytes for tag ${tag}; the maximum is ${MOST_VALUES} values of ${LARGEST_VALUE} bytes.`,
    );
  return await window.read(start, end - start);
}

function splitStrings(bytes: Buffer, tag: number, { count }: Entry): readonly string[] {
  const strings: string[] = [];
  for (let at = 0; strings.length < count;) {
    const end = bytes.indexOf(0, at);
    if (end === -1) throw new MalformedFile(`The RPM header's tag ${tag} has ${strings.length} strings of ${count}.`);
    const string = bytes.subarray(at, end);
    strings.push(string.toString(isUtf8(string) ? 'utf8' : 'latin1'));
    at = end + 1;
  }
  return strings;
}

function integersOf(bytes: Buffer, tag: number, { type, count }: Entry): readonly number[] {
  const width = WIDTHS.get(type) ?? 1;
  const integers: number[] = [];
  for (let n = 0; n < count; n += 1) {
    // 64 bits are two words: `readUIntBE` reads at most 48.
    const value =
      width === 8
        ? bytes.readUInt32BE(n * 8) * 2 ** 32 + bytes.readUInt32BE(n * 8 + 4)
        : bytes.readUIntBE(n * width, width);
    if (!Number.isSafeInteger(value)) throw new MalformedFile(`The RPM header's tag ${tag} has an impossible number.`);
    integers.push(value);
  }
  return integers;
}
