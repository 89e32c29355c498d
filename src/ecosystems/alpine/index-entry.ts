/** The record of a package in `APKINDEX`: lines of a letter, a colon and a value (apk-package(5)). */
import { quoted } from '../../formats/quoted.ts';
import { indexLines, type IndexLetter, type IndexLine } from './index-lines.ts';

export type IndexRecord = Readonly<Record<IndexLetter, string>>;

/** In bytes: apk reads a line with a buffer of 128 KiB, and rejects the whole index if one is longer. */
const LONGEST_LINE = 64 * 1024;

/** In bytes: apk writes all lines but the lists of an installed package with a buffer of this size. */
const LONGEST_HEAD = 2048;

const LISTS: ReadonlySet<string> = new Set(['D', 'p', 'i'] satisfies IndexLetter[]);

const lines: ReadonlyMap<string, IndexLine> = new Map(Object.entries(indexLines));

/** Returns the record, without the empty line after it. */
export function indexEntry(record: IndexRecord): string {
  const values = new Map(Object.entries(record));
  return Array.from(lines, ([letter, { isWritten }]) => {
    const value = values.get(letter) ?? '';
    return value !== '' || isWritten === 'always' ? `${letter}:${value}\n` : '';
  }).join('');
}

/**
 * Returns why apk cannot read a record of `indexEntry`, or cannot install the package because of it; undefined if it can.
 */
export function entryRefusal(entry: string): string | undefined {
  let head = 0;
  for (const text of entry.split('\n').slice(0, -1)) {
    const [letter, value] = [text.slice(0, 1), text.slice(2)];
    const line = text[1] === ':' ? lines.get(letter) : undefined;
    if (line === undefined) return `The index would have the line ${quoted(text)}.`;
    const size = Buffer.byteLength(text);
    if (size > LONGEST_LINE) return `The ${line.title} has ${size} bytes; the maximum is ${LONGEST_LINE}.`;
    const refusal = line.refusal(value);
    if (refusal !== undefined) return `The ${line.title} ${refusal}.`;
    if (!LISTS.has(letter)) head += size + 1;
  }
  if (head <= LONGEST_HEAD) return undefined;
  return `Without dependencies, the package has ${head} bytes in the index; the maximum is ${LONGEST_HEAD}. Shorten its url, license, origin or maintainer.`;
}
