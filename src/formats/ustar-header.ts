/** The header of a tar entry (POSIX pax, "ustar Interchange Format"): reading and writing. */
import { MalformedFile } from './malformed-file.ts';
import { quoted } from './quoted.ts';

/** In bytes. */
export const BLOCK = 512;

export interface UstarHeader {
  readonly path: string;
  /** `pax` and `long path` are about the next entry; `ignored` ones change nothing that is read here. */
  readonly type: UstarType | 'pax' | 'long path' | 'ignored';
  /** In bytes. */
  readonly size: number;
}

export type UstarType = 'file' | 'link' | 'symlink' | 'character-device' | 'block-device' | 'directory' | 'fifo';

/** By the type flag: those of POSIX, and those of GNU tar for long names. */
const TYPES: Readonly<Record<string, UstarHeader['type']>> = {
  '0': 'file',
  '1': 'link',
  '2': 'symlink',
  '3': 'character-device',
  '4': 'block-device',
  '5': 'directory',
  '6': 'fifo',
  '7': 'file',
  x: 'pax',
  g: 'ignored',
  L: 'long path',
  K: 'ignored',
};

const fields = {
  name: [0, 100],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  size: [124, 12],
  mtime: [136, 12],
  sum: [148, 8],
  magic: [257, 5],
  devmajor: [329, 8],
  devminor: [337, 8],
  prefix: [345, 155],
} as const;

type Field = keyof typeof fields;

/** Returns the header in a block. Throws `MalformedFile` for headers that not all readers understand. */
export function headerOf(block: Buffer): UstarHeader {
  if (textOf(block, 'magic') !== 'ustar')
    throw new MalformedFile('The tar archive has a header without "ustar". Pack it in the format ustar or pax.');
  for (const field of ['mode', 'uid', 'gid', 'mtime', 'devmajor', 'devminor'] as const) numberOf(block, field);
  if (numberOf(block, 'sum') !== sumOf(block))
    throw new MalformedFile('The tar archive is damaged: the checksum of a header does not match.');
  const flag = String.fromCharCode(block[156] ?? 0);
  const type = TYPES[flag];
  if (type === undefined) throw new MalformedFile(`The tar archive has an entry of the unknown type ${quoted(flag)}.`);
  const prefix = textOf(block, 'prefix');
  const name = textOf(block, 'name');
  return { path: prefix === '' ? name : `${prefix}/${name}`, type, size: numberOf(block, 'size') };
}

/** Returns the header of a regular file of the user root, at the beginning of time, so that equal files are equal. */
export function fileHeader(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const write = (field: Field, text: string): void => void block.write(text, fields[field][0], fields[field][1]);
  const octal = (value: number, length: number): string => value.toString(8).padStart(length, '0');
  if (Buffer.byteLength(name) > fields.name[1] || size >= 8 ** 11)
    throw new Error(`${name} with ${size} bytes does not fit a header.`);
  write('name', name);
  write('mode', octal(0o644, 7));
  for (const field of ['uid', 'gid', 'devmajor', 'devminor'] as const) write(field, octal(0, 7));
  write('size', octal(size, 11));
  write('mtime', octal(0, 11));
  block.write('0', 156);
  write('magic', 'ustar');
  block.write('00', 263);
  block.write('root', 265);
  block.write('root', 297);
  write('sum', `${octal(sumOf(block), 6)}\0 `);
  return block;
}

/** Returns the zero bytes between the content of a file and the next header. */
export function padding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

/** Two blocks of zeros. */
export const archiveEnd: Buffer = Buffer.alloc(2 * BLOCK);

export function isZero(block: Buffer): boolean {
  return block.equals(zeros);
}

const zeros = Buffer.alloc(BLOCK);

function textOf(block: Buffer, field: Field): string {
  const [start, length] = fields[field];
  const text = block.subarray(start, start + length);
  const end = text.indexOf(0);
  return text.toString('utf8', 0, end === -1 ? length : end);
}

function numberOf(block: Buffer, field: Field): number {
  const [start, length] = fields[field];
  const text = block.toString('latin1', start, start + length);
  if (/^[0-7]*[ \0]*$/.test(text)) return Number.parseInt(text, 8) || 0;
  throw new MalformedFile(
    `The tar archive has the ${field} ${quoted(text)} in a header, which is not an octal number.`,
  );
}

/** The sum of all bytes, with blanks for those of the sum itself. */
function sumOf(block: Buffer): number {
  const [start, length] = fields.sum;
  let sum = length * 32;
  for (let at = 0; at < BLOCK; at += 1) if (at < start || at >= start + length) sum += block[at] ?? 0;
  return sum;
}
