/** Creates RPM packages without files, each a different package. */

/** RPMTAG_NAME, RPMTAG_VERSION, RPMTAG_RELEASE, RPMTAG_ARCH and RPMTAG_SOURCERPM. */
const tags = { name: 1000, version: 1001, release: 1002, architecture: 1022, sourceRpm: 1044 } as const;

const stringType = 6;

export function rpm(name: string): Uint8Array {
  const lead = Buffer.alloc(96);
  lead.writeUInt32BE(0xedabeedb);
  const main = header([
    [tags.name, name],
    [tags.version, '1.0'],
    [tags.release, '1'],
    [tags.architecture, 'x86_64'],
    [tags.sourceRpm, `${name}-1.0-1.src.rpm`],
  ]);
  return Buffer.concat([lead, header([]), main]);
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
