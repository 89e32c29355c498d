/** Reads ar archives (ar(5), the common format). */
import type { PackedEntry } from './packed-entry.ts';

export function readAr(bytes: Buffer): readonly PackedEntry[] | undefined {
  if (bytes.subarray(0, 8).toString('latin1') !== '!<arch>\n') return undefined;
  const entries: PackedEntry[] = [];
  for (let at = 8; at + 60 <= bytes.length;) {
    const header = bytes.subarray(at, at + 60).toString('latin1');
    const size = Number(header.slice(48, 58));
    const content = bytes.subarray(at + 60, at + 60 + size);
    entries.push({ name: header.slice(0, 16).trimEnd(), flag: '0', bytes: content });
    at += 60 + size + (size % 2);
  }
  return entries;
}
