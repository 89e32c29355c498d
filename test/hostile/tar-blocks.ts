/** Reads and writes tar archives (ustar) block by block, so that any name and any type can be written. */
import type { PackedEntry } from './packed-entry.ts';

const BLOCK = 512;

/** In bytes: the end of an archive. */
export const tarEnd = 2 * BLOCK;

const [NAME, SIZE, SUM, FLAG, LINK, MAGIC] = [0, 124, 148, 156, 157, 257];

export function readTar(bytes: Buffer): readonly PackedEntry[] | undefined {
  if (bytes.length < BLOCK || bytes.subarray(MAGIC, MAGIC + 5).toString('latin1') !== 'ustar') return undefined;
  const entries: PackedEntry[] = [];
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0;) {
    const header = bytes.subarray(at, at + BLOCK);
    const size = Number.parseInt(header.subarray(SIZE, SIZE + 11).toString('latin1'), 8);
    const [name = ''] = header
      .subarray(NAME, NAME + 100)
      .toString()
      .split('\0');
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    entries.push({ name, flag: String.fromCharCode(header[FLAG] ?? 0), bytes: content });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

/** A link leads to its content. */
export function writeTar(entries: readonly PackedEntry[]): Buffer {
  const blocks = entries.flatMap(({ name, flag, bytes }) => {
    const isLink = flag === '1' || flag === '2';
    const content = isLink ? Buffer.alloc(0) : bytes;
    const header = Buffer.alloc(BLOCK);
    header.write(name, NAME, 100);
    header.write(
      `0000644\0${'0000000\0'.repeat(2)}${content.length.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0`,
      100,
    );
    header.write(flag, FLAG, 1, 'latin1');
    if (isLink) header.write(bytes.toString(), LINK, 100);
    header.write('ustar\x0000', MAGIC);
    header.fill(' ', SUM, SUM + 8);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, SUM);
    return [header, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(tarEnd)]);
}
