/**
 * Reads and writes the tags of the main header of an RPM package. A written package has a signature header with the
 * digest of its new main header only, so that readers look into it.
 */
import { hash } from 'node:crypto';
import type { PackedEntry } from './packed-entry.ts';

const LEAD = 96;
const [SHA256, REGION] = [273, 63];
/** The name of the entry of the payload, which is after the header. */
const PAYLOAD = 'payload';

export function readRpm(bytes: Buffer): readonly PackedEntry[] | undefined {
  if (bytes.length < LEAD || bytes.readUInt32BE(0) !== 0xedabeedb) return undefined;
  const signatures = endOf(bytes, LEAD);
  const start = Math.ceil(signatures / 8) * 8;
  const [count, end] = [bytes.readUInt32BE(start + 8), endOf(bytes, start)];
  const store = start + 16 + count * 16;
  const index = Array.from({ length: count }, (_, n) => start + 16 + n * 16).map((at) => ({
    name: String(bytes.readUInt32BE(at)),
    flag: `${bytes.readUInt32BE(at + 4)} ${bytes.readUInt32BE(at + 12)}`,
    offset: bytes.readInt32BE(at + 8),
  }));
  const tags = index.filter(({ name }) => name !== String(REGION)).toSorted((a, b) => a.offset - b.offset);
  const entries = tags.map(({ name, flag, offset }, n) => {
    const next = tags[n + 1]?.offset ?? end - store - 16;
    return { name, flag, bytes: bytes.subarray(store + offset, store + next) };
  });
  return [...entries, { name: PAYLOAD, flag: '', bytes: bytes.subarray(end) }];
}

function endOf(bytes: Buffer, start: number): number {
  return start + 16 + bytes.readUInt32BE(start + 8) * 16 + bytes.readUInt32BE(start + 12);
}

export function writeRpm(entries: readonly PackedEntry[]): Buffer {
  const main = header(
    entries.filter(({ name }) => name !== PAYLOAD),
    REGION,
  );
  const digest = Buffer.from(`${hash('sha256', main)}\0`);
  const signatures = header([{ name: String(SHA256), flag: '6 1', bytes: digest }], 62);
  const padding = Buffer.alloc((8 - (signatures.length % 8)) % 8);
  const lead = Buffer.alloc(LEAD);
  lead.writeUInt32BE(0xedabeedb, 0);
  lead.writeUInt16BE(0x0300, 4);
  lead.writeUInt16BE(5, 78);
  return Buffer.concat([
    lead,
    signatures,
    padding,
    main,
    ...entries.flatMap((one) => (one.name === PAYLOAD ? [one.bytes] : [])),
  ]);
}

function header(entries: readonly PackedEntry[], region: number): Buffer {
  const index: Buffer[] = [];
  const data: Buffer[] = [];
  let offset = 0;
  for (const { name, flag, bytes } of entries) {
    const [type = 0, count = 0] = flag.split(' ').map(Number);
    const padding = Buffer.alloc((8 - (offset % 8)) % 8);
    data.push(padding, bytes);
    offset += padding.length;
    index.push(words(Number(name) || 0, type, offset, count));
    offset += bytes.length;
  }
  const trailer = words(region, 7, -(entries.length + 1) * 16, 16);
  const sizes = words(0x8eade801, 0, entries.length + 1, offset + 16);
  return Buffer.concat([sizes, words(region, 7, offset, 16), ...index, ...data, trailer]);
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [n, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, n * 4);
  return bytes;
}
