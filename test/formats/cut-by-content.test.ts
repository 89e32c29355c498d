import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutByContent, pieceSize } from '../../src/formats/cut-by-content.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function cut(bytes: Uint8Array, chunkSize = 64 * 1024): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of cutByContent(inChunks(bytes, chunkSize))) pieces.push(piece);
  return pieces;
}

/** Returns bytes that look random but depend on `seed` only. */
function noise(seed: string, size: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(size / 64) }, (_, n) =>
    createHash('sha512').update(`${seed} ${n}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, size);
}

const digests = (pieces: readonly Uint8Array[]) =>
  pieces.map((piece) => createHash('sha256').update(piece).digest('hex'));

function newPieces(before: readonly Uint8Array[], after: readonly Uint8Array[]): number {
  const known = new Set(digests(before));
  return digests(after).filter((digest) => !known.has(digest)).length;
}

const text = Buffer.from(Array.from({ length: 40_000 }, (_, n) => `name-${n} 1.0.${n} ${n * 7919}\n`).join(''));

describe('cutting by content', () => {
  it('yields pieces that join to the input, for any input and any chunks', async () => {
    const inputs = fc.record({
      seed: fc.string(),
      size: fc.nat(1_000_000),
      chunkSize: fc.integer({ min: 1000, max: 400_000 }),
    });
    await fc.assert(
      fc.asyncProperty(inputs, async ({ seed, size, chunkSize }) => {
        const bytes = noise(seed, size);
        const pieces = await cut(bytes, chunkSize);
        expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
        expect(pieces.every((piece) => piece.length <= pieceSize.most)).toBe(true);
        expect(pieces.slice(0, -1).every((piece) => piece.length >= pieceSize.least)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('cuts at the same places however the bytes arrive', async () => {
    expect(digests(await cut(text, 1))).toEqual(digests(await cut(text, 100_000)));
  });

  it('has pieces of 64 KiB on average, for noise and for text', async () => {
    for (const bytes of [noise('average', 8_000_000), text]) {
      const average = bytes.length / (await cut(bytes)).length;
      expect(average).toBeGreaterThan(48 * 1024);
      expect(average).toBeLessThan(96 * 1024);
    }
  });

  it('yields no piece for no bytes, and longest pieces for bytes without variation', async () => {
    expect(await cut(Buffer.alloc(0))).toEqual([]);
    const sizes = (await cut(Buffer.alloc(600_000))).map((piece) => piece.length);
    expect(sizes).toEqual([pieceSize.most, pieceSize.most, 600_000 - 2 * pieceSize.most]);
  });

  it('changes at most five pieces if bytes are inserted anywhere', async () => {
    const before = await cut(text);
    const insertions = fc.record({ at: fc.nat(text.length), inserted: fc.uint8Array({ maxLength: 2000 }) });
    await fc.assert(
      fc.asyncProperty(insertions, async ({ at, inserted }) => {
        const after = await cut(Buffer.concat([text.subarray(0, at), inserted, text.subarray(at)]));
        expect(newPieces(before, after)).toBeLessThanOrEqual(5);
      }),
      { numRuns: 50 },
    );
  });

  it('changes only the last piece if bytes are appended', async () => {
    const before = await cut(text);
    const after = await cut(Buffer.concat([text, Buffer.from('name-40000 1.0.40000 1\n')]));
    expect(newPieces(before, after)).toBe(1);
  });
});
