/**
 * Checks that a zip archive has the same entries for readers that use its directory and for those that read it
 * sequentially: each local header equals its entry of the directory, and there is nothing between the entries.
 */
import type { Entry } from 'yauzl';
import type { FileWindow } from './file-window.ts';
import { MalformedFile } from './malformed-file.ts';
import { quoted } from './quoted.ts';

/** The location of an entry in its archive, and its declaration in the directory. */
export interface ZipExtent {
  readonly path: string;
  /** The offset of its local header, in bytes. */
  readonly start: number;
  /** The offset of its packed content, in bytes. */
  readonly contentStart: number;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  readonly hasDescriptor: boolean;
}

// APPNOTE, section 4.3.7: the signature of a local header, and the length of its fixed part.
const LOCAL_HEADER = 0x04034b50;
const FIXED = 30;
// APPNOTE, section 4.4.4: sizes and CRC follow the content instead of preceding it; the content is encrypted.
const SIZES_FOLLOW = 0x08;
const ENCRYPTED = 0x01;
const IN_ZIP64_FIELD = 0xffffffff;
/** APPNOTE, section 4.6.9: a field with another path of the entry, which only some readers use. */
const UNICODE_PATH = 0x7075;
/** APPNOTE, section 4.3.9: the optional signature of a data descriptor. */
const DESCRIPTOR = Buffer.from([0x50, 0x4b, 0x07, 0x08]);

/** Returns the location of the entry. Throws `MalformedFile` if it is encrypted or its local header differs. */
export async function checkLocalHeader(file: FileWindow, entry: Entry): Promise<ZipExtent> {
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) {
    throw new MalformedFile(
      `The zip archive has the encrypted entry ${quoted(entry.fileName)}. Pack it without encryption.`,
    );
  }
  const start = entry.relativeOffsetOfLocalHeader;
  const fixed = await file.read(start, FIXED);
  if (fixed.length < FIXED || fixed.readUInt32LE(0) !== LOCAL_HEADER) {
    throw damaged(entry.fileName, 'it has no local header at the offset in the directory');
  }
  const nameLength = fixed.readUInt16LE(26);
  const contentStart = start + FIXED + nameLength + fixed.readUInt16LE(28);
  const name = await file.read(start + FIXED, nameLength);
  if (!agree(fixed, entry) || !name.equals(entry.fileNameRaw) || hasOtherPath(entry)) {
    throw damaged(entry.fileName, 'its local header and the directory of the archive differ');
  }
  return {
    path: entry.fileName,
    start,
    contentStart,
    packedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    crc: entry.crc32,
    method: entry.compressionMethod,
    hasDescriptor: hasDescriptor(entry),
  };
}

/** Throws `MalformedFile` unless the entries, in some order, fill the archive from its first byte to its directory. */
export async function checkLayout(
  file: FileWindow,
  extents: readonly ZipExtent[],
  directoryStart: number,
): Promise<void> {
  const inOrder = extents.toSorted((a, b) => a.start - b.start);
  if ((inOrder[0]?.start ?? directoryStart) !== 0) {
    throw new MalformedFile('The zip archive does not begin with its first entry.');
  }
  for (const [index, extent] of inOrder.entries()) {
    const end = extent.contentStart + extent.packedSize;
    const next = inOrder[index + 1]?.start ?? directoryStart;
    const isWhole = extent.hasDescriptor ? await isDescriptor(file, extent, end, next) : next === end;
    if (!isWhole) throw damaged(extent.path, 'it is followed by bytes that are not in the directory');
  }
}

/** The reason completes "The zip archive is damaged at ...". */
export function damaged(path: string, reason: string): MalformedFile {
  return new MalformedFile(`The zip archive is damaged at ${quoted(path)}: ${reason}.`);
}

/** APPNOTE, section 4.3.7: flags, method, time, date, checksum, packed size and size, starting at byte 6. */
function agree(local: Buffer, entry: Entry): boolean {
  const isSize = (found: number, declared: number): boolean => found === declared || found === IN_ZIP64_FIELD;
  const isSame =
    local.readUInt16LE(6) === entry.generalPurposeBitFlag && local.readUInt16LE(8) === entry.compressionMethod;
  if (!isSame || hasDescriptor(entry)) return isSame;
  return (
    local.readUInt32LE(14) === entry.crc32 &&
    isSize(local.readUInt32LE(18), entry.compressedSize) &&
    isSize(local.readUInt32LE(22), entry.uncompressedSize)
  );
}

function hasDescriptor({ generalPurposeBitFlag }: Entry): boolean {
  return (generalPurposeBitFlag & SIZES_FOLLOW) !== 0;
}

/** The path begins after the version and the checksum of the field. */
function hasOtherPath({ extraFields, fileNameRaw }: Entry): boolean {
  return extraFields.some(({ id, data }) => id === UNICODE_PATH && !data.subarray(5).equals(fileNameRaw));
}

/**
 * Returns whether the bytes are a data descriptor of this entry (APPNOTE, section 4.3.9), with or without signature and
 * zip64.
 */
async function isDescriptor(
  file: FileWindow,
  { crc, packedSize, size }: ZipExtent,
  start: number,
  end: number,
): Promise<boolean> {
  if (end < start || end - start > 24) return false;
  const found = await file.read(start, end - start);
  const body = found.subarray(0, 4).equals(DESCRIPTOR) && found.length % 8 === 0 ? found.subarray(4) : found;
  switch (body.length) {
    case 12:
      return body.readUInt32LE(0) === crc && body.readUInt32LE(4) === packedSize && body.readUInt32LE(8) === size;
    case 20:
      return (
        body.readUInt32LE(0) === crc &&
        body.readBigUInt64LE(4) === BigInt(packedSize) &&
        body.readBigUInt64LE(12) === BigInt(size)
      );
    default:
      return false;
  }
}
