import { randomBytes } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decompress } from '../../src/formats/decompress.ts';
import { MalformedFile } from '../../src/formats/malformed-file.ts';
import { xzFile } from '../fixtures/xz-file.ts';

const CONTENT = Buffer.from('some content, '.repeat(20_000));
const ROOMY = 1024 * 1024;
const PACKED = [
  ['none', CONTENT],
  ['gz', gzipSync(CONTENT)],
  ['xz', xzFile(CONTENT)],
  ['zst', zstdCompressSync(CONTENT)],
] as const;
const COMPRESSED = PACKED.slice(1);

describe.each(PACKED)('%s', (compression, packed) => {
  test('unpacks to the content', async () => {
    expect(await collected(decompress(inPieces(packed), compression, ROOMY))).toEqual(CONTENT);
  });

  test('unpacks content of just the size allowed', async () => {
    expect(await collected(decompress(inPieces(packed), compression, CONTENT.byteLength))).toHaveLength(
      CONTENT.byteLength,
    );
  });

  test('rejects content of one byte more than allowed', async () => {
    const unpacked = collected(decompress(inPieces(packed), compression, CONTENT.byteLength - 1));
    await expect(unpacked).rejects.toThrow('unpacks to more than 279999 bytes');
  });

  test('passes on the errors of its source', async () => {
    const unpacked = collected(decompress(failing(packed), compression, ROOMY));
    await expect(unpacked).rejects.toThrow('the disk is gone');
  });
});

test.each([
  ['gz', gzipSync(randomBytes(300_000))],
  ['zst', zstdCompressSync(randomBytes(300_000))],
] as const)(
  '%s: requests a chunk when the one before is consumed, whose memory may then change',
  async (kind, packed) => {
    const expected = await collected(decompress(inPieces(packed), kind, ROOMY));
    const chunk = Buffer.alloc(5000);
    const chunks = async function* () {
      for (let at = 0; at < packed.length; at += chunk.length) {
        chunk.fill(0);
        yield chunk.subarray(0, packed.copy(chunk, 0, at));
      }
    };
    expect(expected.equals(await collected(decompress(chunks(), kind, ROOMY)))).toBe(true);
  },
);

test('gz: frees the memory of a piece when the next one is requested', async () => {
  const first: Uint8Array[] = [];
  let seen = 0;
  for await (const piece of decompress(inPieces(gzipSync(Buffer.alloc(ROOMY))), 'gz', ROOMY)) {
    if (seen > 0) expect(first.map(({ byteLength }) => byteLength)).toEqual([0]);
    if (seen === 0) first.push(piece);
    seen += 1;
  }
  expect(seen).toBeGreaterThan(1);
});

describe.each(COMPRESSED)('%s', (compression, packed) => {
  test('rejects bytes that are cut off', async () => {
    const unpacked = collected(decompress(inPieces(packed.subarray(0, -9)), compression, ROOMY));
    await expect(unpacked).rejects.toThrow(`cannot be unpacked as ${compression}`);
  });

  test('rejects bytes of another kind', async () => {
    await expect(collected(decompress(inPieces(CONTENT), compression, ROOMY))).rejects.toBeInstanceOf(MalformedFile);
  });

  test('rejects no bytes at all', async () => {
    await expect(collected(decompress(inPieces(Buffer.alloc(0)), compression, ROOMY))).rejects.toBeInstanceOf(
      MalformedFile,
    );
  });
});

test('stops reading a bomb soon after its limit', async () => {
  const bomb = Buffer.concat(Array.from({ length: 60 }, () => gzipSync(Buffer.alloc(4 * ROOMY))));
  let read = 0;
  const source = inPieces(bomb, (size) => (read += size));
  await expect(collected(decompress(source, 'gz', ROOMY))).rejects.toBeInstanceOf(MalformedFile);
  expect(read).toBeLessThan(bomb.byteLength / 2);
});

test('xz files that are given up half-way do not hold up others', async () => {
  const packed = xzFile(CONTENT);
  const limits = Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 1000 : ROOMY));
  const outcomes = await Promise.allSettled(
    limits.map((limit) => collected(decompress(inPieces(packed), 'xz', limit))),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(12);
});

/** Copies the pieces, because each is valid until the next one is requested. */
async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const copies: Uint8Array[] = [];
  for await (const piece of pieces) copies.push(Uint8Array.from(piece));
  return Buffer.concat(copies);
}

async function* inPieces(bytes: Uint8Array, onRead = (_size: number) => {}): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += 1000) {
    const piece = bytes.subarray(start, start + 1000);
    onRead(piece.byteLength);
    yield piece;
  }
}

async function* failing(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, 20);
  throw new Error('the disk is gone');
}
