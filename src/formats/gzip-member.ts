/**
 * One gzip member (RFC 1952) from fragments that were compressed separately. If one fragment changes, only that one is
 * compressed again. Clients see an ordinary gzip file: some read only its first member.
 */
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import { combineCrc32 } from './crc32.ts';

/** The properties of a fragment's uncompressed bytes. */
export interface FragmentSums {
  /** In bytes. */
  readonly size: number;
  readonly crc32: number;
}

/** Returns the sums of a fragment. */
export function sumsOf(bytes: Uint8Array): FragmentSums {
  return { size: bytes.byteLength, crc32: crc32(bytes) };
}

/**
 * Returns the fragment as deflate blocks (RFC 1951), none of which is the last block of a stream. They end at a byte
 * boundary and refer to nothing before them. Equal bytes have equal results.
 */
export async function deflateFragment(bytes: Uint8Array): Promise<Uint8Array> {
  // Measured on Debian's own stanzas: the default level takes twice as long and saves a seventh of the bytes.
  return await deflate(bytes, { level: constants.Z_BEST_SPEED, finishFlush: constants.Z_FULL_FLUSH });
}

const deflate = promisify(deflateRaw);

/** RFC 1952, section 2.3: no name, no time, and an unknown system, so that equal fragments have equal members. */
export const memberStart: Uint8Array = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 0xff);

/** RFC 1951, section 3.2.4: the maximum of a block of stored bytes. */
const mostStored = 65_535;

/** Returns a text of at most 65,535 bytes as a block that is not compressed; nothing for an empty text. */
export function storedBlock(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  if (bytes.byteLength > mostStored) throw new RangeError(`A stored block has at most ${mostStored} bytes.`);
  if (bytes.byteLength === 0) return bytes;
  const start = Buffer.alloc(5);
  start.writeUInt16LE(bytes.byteLength, 1);
  start.writeUInt16LE(mostStored - bytes.byteLength, 3);
  return Buffer.concat([start, bytes]);
}

/** In bytes. */
export const memberEndSize = 10;

/** Returns the end of a member with these fragments: an empty last block, the CRC-32 and the size of all bytes. */
export function memberEnd(fragments: Iterable<FragmentSums>): Uint8Array {
  let crc = 0;
  let size = 0;
  for (const fragment of fragments) {
    crc = combineCrc32(crc, fragment.crc32, fragment.size);
    size += fragment.size;
  }
  const end = Buffer.alloc(memberEndSize);
  // RFC 1951, section 3.2.6: a last block with fixed codes that has only the end-of-block code.
  end.writeUInt16LE(0x0003, 0);
  end.writeUInt32LE(crc, 2);
  end.writeUInt32LE(size % 2 ** 32, 6);
  return end;
}
