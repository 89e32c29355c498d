/** Reads zip archives by their local headers (APPNOTE, section 4.3.7), as our recipes write them. */
import { inflateRawSync } from 'node:zlib';
import type { PackedEntry } from './packed-entry.ts';

const LOCAL_HEADER = 0x04034b50;

export function readZip(bytes: Buffer): readonly PackedEntry[] | undefined {
  const entries: PackedEntry[] = [];
  for (let at = 0; at + 30 <= bytes.length && bytes.readUInt32LE(at) === LOCAL_HEADER;) {
    const [method, packedSize] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18)];
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const packed = bytes.subarray(start, start + packedSize);
    const name = bytes.subarray(at + 30, at + 30 + bytes.readUInt16LE(at + 26)).toString();
    entries.push({ name, flag: '0', bytes: method === 0 ? packed : inflateRawSync(packed) });
    at = start + packedSize;
  }
  return entries.length === 0 ? undefined : entries;
}
