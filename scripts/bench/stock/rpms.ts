/** Creates RPM packages without files, each a different package. */
import { createHash } from 'node:crypto';

/** RPMSIGTAG_SHA256, RPMTAG_NAME, RPMTAG_VERSION, RPMTAG_RELEASE, RPMTAG_ARCH and RPMTAG_SOURCERPM. */
const tags = { sha256: 273, name: 1000, version: 1001, release: 1002, architecture: 1022, sourceRpm: 1044 } as const;

const stringType = 6;

export function rpm(name: string): Uint8Array {
  const lead = Buffer.alloc(96);
  lead.writeUInt32BE(0xedabeedb);
  lead.writeUInt8(3, 4);
  // RPMSIGTYPE_HEADERSIG, without which librpm reads no further.
  lead.writeUInt16BE(5, 78);
  const main = header([
    [tags.name, name],
    [tags.version, '1.0'],
    [tags.release, '1'],
    [tags.architecture, 'x86_64'],
    [tags.sourceRpm, `${name}-1.0-1.src.rpm`],
  ]);
  // librpm accepts no file without digests of its header.
  const signature = header([[tags.sha256, createHash('sha256').update(main).digest('hex')]]);
  return Buffer.concat([lead, signature, Buffer.alloc((8 - (signature.length % 8)) % 8), main]);
}

function header(values: readonly (readonly [number, string])[]): Buffer {
  const index: Buffer[] = [];
  const data: Buffer[] = [];
  let offset = 0;
  for (const [tag, value] of values) {
    index.push(words(tag, stringType, offset, 1));
    const bytes = Buffer.from(`${value}\0`);
    data.push(bytes);
    offset += bytes.length;
  }
  return Buffer.concat([words(0x8eade801, 0, values.length, offset), ...index, ...data]);
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [n, value] of values.entries()) bytes.writeUInt32BE(value, n * 4);
  return bytes;
}
