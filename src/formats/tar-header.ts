/**
 * The header of a tar entry as most readers understand it: ustar, pax, GNU and the old (v7) format (tar(5)).
 * `ustar-header.ts` reads what all readers understand.
 */
import { MalformedFile } from './malformed-file.ts';

export interface TarHeader {
  readonly path: string;
  /** `pax`, `global pax`, `long path` and `long link path` are about the next entry; `unknown` is without a specification. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** By the type flag: those of POSIX, and those of GNU tar for long names. The old format has NUL for a file. */
const TYPES: Readonly<Record<string, string>> = {
  '\0': 'file',
  '0': 'file',
  '1': 'link',
  '2': 'symlink',
  '3': 'character-device',
  '4': 'block-device',
  '5': 'directory',
  '6': 'fifo',
  '7': 'contiguous-file',
  x: 'pax',
  g: 'global pax',
  L: 'long path',
  N: 'long path',
  K: 'long link path',
};

/** Returns undefined for a block of zeros, which has no header. Throws `MalformedFile` for any other block without one. */
export function tarHeaderOf(block: Buffer): TarHeader | undefined {
  const sum = sumOf(block);
  if (sum === SUM_OF_ZEROS) return undefined;
  if (sum !== numberAt(block, 148, 8))
    throw new MalformedFile('The tar archive is damaged: a header has another checksum.');
  const size = numberAt(block, 124, 12);
  // A number is one if it begins with octal digits, or with the sign of base 256.
  if (!(size >= 0)) throw new MalformedFile('The tar archive is damaged: an entry has no size.');
  const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? textAt(block, 345, 155) : '';
  const name = textAt(block, 0, 100);
  return {
    path: prefix === '' ? name : `${prefix}/${name}`,
    type: TYPES[block.toString('latin1', 156, 157)] ?? 'unknown',
    size,
  };
}

/** Returns the text up to the first NUL. */
export function textAt(bytes: Buffer, start: number, length: number): string {
  const end = bytes.indexOf(0, start);
  return bytes.toString('utf8', start, end === -1 ? start + length : Math.min(end, start + length));
}

/** The sum of all bytes, with blanks for those of the sum itself. */
function sumOf(block: Buffer): number {
  let sum = SUM_OF_ZEROS;
  for (let at = 0; at < 148; at += 1) sum += block[at] ?? 0;
  for (let at = 156; at < block.length; at += 1) sum += block[at] ?? 0;
  return sum;
}

const SUM_OF_ZEROS = 8 * 32;

/** Returns an octal number between blanks or NULs, or one in base 256 (GNU tar); NaN for anything else. */
function numberAt(block: Buffer, start: number, length: number): number {
  const field = block.subarray(start, start + length);
  const sign = field[0] ?? 0;
  if (sign < 0x80) {
    const digits = /^ *([^ ]*)/.exec(field.toString('latin1'))?.[1]?.replace(/^\0+/, '') ?? '';
    return digits === '' ? 0 : Number.parseInt(digits, 8);
  }
  if (sign !== 0x80) return NaN;
  return field.subarray(1).reduce((number, byte) => number * 256 + byte, 0);
}
