/** The layout of RPM packages, versions 3, 4 and 6: a lead, the signature header, the main header, and the payload. */
import type { FileHandle } from 'node:fs/promises';
import { FileWindow } from './file-window.ts';
import { MalformedFile } from './malformed-file.ts';
import { quoted } from './quoted.ts';
import { readRpmHeader, type RpmHeader } from './rpm-header.ts';

/** The lead has no other use than its magic number: everything else in it is in the main header too. */
const LEAD_SIZE = 96;
const LEAD_MAGIC = 0xedabeedb;

export interface RpmFile {
  readonly signature: RpmHeader;
  readonly main: RpmHeader;
}

/**
 * Reads the headers of a package of `size` bytes, and not its payload. `file` must stay open while values are read.
 * Throws `MalformedFile` if it is not an RPM package, or damaged.
 */
export async function readRpmFile(file: FileHandle, size: number): Promise<RpmFile> {
  const window = new FileWindow(file);
  const lead = await window.read(0, LEAD_SIZE);
  if (lead.byteLength < 4 || lead.readUInt32BE(0) !== LEAD_MAGIC)
    throw new MalformedFile(
      `The file is not an RPM package: it begins with ${quoted(lead.subarray(0, 4).toString('latin1'))}.`,
    );
  const signature = await readRpmHeader(window, { name: 'signature header', start: LEAD_SIZE, size });
  const main = await readRpmHeader(window, { name: 'header', start: padded(signature.end), size });
  return { signature, main };
}

/** The signature header is followed by zeros up to a multiple of eight bytes. */
function padded(end: number): number {
  return Math.ceil(end / 8) * 8;
}
