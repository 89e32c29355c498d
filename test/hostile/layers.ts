/**
 * Files taken apart, so that the content of archives and compressed members can be changed and packed again. Bytes of no
 * known format stay as they are.
 */
import { gzipSync, inflateRawSync } from 'node:zlib';
import { arArchive } from '../fixtures/ar-archive.ts';
import { zipArchive } from '../fixtures/zip-archive.ts';
import { readAr } from './ar-members.ts';
import type { PackedEntry } from './packed-entry.ts';
import { readRpm, writeRpm } from './rpm-tags.ts';
import { readTar, writeTar } from './tar-blocks.ts';
import { readZip } from './zip-members.ts';

export type Layer = BytesLayer | TextLayer | GzipLayer | ArchiveLayer;

export interface BytesLayer {
  readonly kind: 'bytes';
  readonly bytes: Buffer;
}

export interface TextLayer {
  readonly kind: 'text';
  readonly lines: readonly string[];
}

/** Members, one after another. */
export interface GzipLayer {
  readonly kind: 'gzip';
  readonly members: readonly Layer[];
}

export interface ArchiveLayer {
  readonly kind: 'tar' | 'ar' | 'zip' | 'rpm';
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** The name of a member; the number of a tag of RPM. */
  readonly name: string;
  /** The type flag of tar, or the type of a tag of RPM. */
  readonly flag: string;
  readonly content: Layer;
}

/** In bytes: longer contents are not taken apart. */
const MOST_UNPACKED = 1024 * 1024;

export function peel(bytes: Buffer): Layer {
  if (bytes.length > MOST_UNPACKED) return { kind: 'bytes', bytes };
  const members = readGzip(bytes);
  if (members !== undefined) return { kind: 'gzip', members: members.map(peel) };
  for (const [kind, read] of readers) {
    const entries = read(bytes);
    if (entries !== undefined) return { kind, entries: entries.map(peelEntry) };
  }
  const text = bytes.toString();
  const isText = bytes.length > 0 && !text.includes('\0') && Buffer.from(text).equals(bytes);
  return isText ? { kind: 'text', lines: text.split('\n') } : { kind: 'bytes', bytes };
}

const readers: readonly (readonly [ArchiveLayer['kind'], (bytes: Buffer) => readonly PackedEntry[] | undefined])[] = [
  ['ar', readAr],
  ['zip', readZip],
  ['rpm', readRpm],
  ['tar', readTar],
];

function peelEntry({ bytes, ...entry }: PackedEntry): Entry {
  return { ...entry, content: peel(bytes) };
}

export function build(layer: Layer): Buffer {
  switch (layer.kind) {
    case 'bytes':
      return layer.bytes;
    case 'text':
      return Buffer.from(layer.lines.join('\n'));
    case 'gzip':
      return Buffer.concat(layer.members.map((member) => gzipSync(build(member), { level: 1 })));
    default:
      return writers[layer.kind](layer.entries.map(({ content, ...entry }) => ({ ...entry, bytes: build(content) })));
  }
}

/** In UTF-16 code units, each of at most 3 bytes: the length of a name in a zip archive has 16 bits. */
const LONGEST_NAME = Math.floor(0xffff / 3);

const writers: Readonly<Record<ArchiveLayer['kind'], (entries: readonly PackedEntry[]) => Buffer>> = {
  ar: (entries) => Buffer.from(arArchive(entries.map(({ name, bytes }) => ({ name, content: bytes })))),
  zip: (entries) =>
    Buffer.from(zipArchive(entries.map(({ name, bytes }) => ({ name: name.slice(0, LONGEST_NAME), content: bytes })))),
  rpm: writeRpm,
  tar: writeTar,
};

/** Returns the content of the members (RFC 1952), if they have no optional fields, as those that our recipes write. */
function readGzip(bytes: Buffer): Buffer[] | undefined {
  const members: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    if (bytes.length - at < 18 || bytes.readUInt16BE(at) !== 0x1f8b || bytes[at + 3] !== 0) return undefined;
    const { buffer, engine } = inflate(bytes.subarray(at + 10));
    members.push(buffer);
    at += 10 + engine.bytesWritten + 8;
  }
  return members.length === 0 ? undefined : members;
}

interface Inflated {
  readonly buffer: Buffer;
  /** Has the number of the bytes that it read. */
  readonly engine: { readonly bytesWritten: number };
}

function inflate(bytes: Buffer): Inflated {
  const inflated: unknown = inflateRawSync(bytes, { info: true, maxOutputLength: MOST_UNPACKED });
  // The types lack the option `info`, which Node.js documents.
  return inflated as Inflated;
}
