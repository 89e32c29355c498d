/** The tar reader finds what the library tar-stream finds, which reads what most tools write. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { extract } from 'tar-stream';
import { expect, test } from 'vitest';
import { MalformedFile } from '../../src/formats/malformed-file.ts';
import { tarEntries } from '../../src/formats/tar-entries.ts';
import { rounds } from '../fixtures/rounds.ts';
import { tarArchive, type TarRecipe } from '../fixtures/tar-archive.ts';

interface Found {
  readonly path: string;
  readonly type: string;
  readonly size: number;
  readonly content: string;
}

const name = fc.string({ unit: fc.constantFrom('a', 'ü', '/', '.', ' '), minLength: 1, maxLength: 300 });
const entry: fc.Arbitrary<TarRecipe> = fc.oneof(
  fc.record({ name, content: fc.string({ maxLength: 2000 }) }),
  fc.record({ name, type: fc.constantFrom('directory', 'fifo') }),
  fc.record({ name, type: fc.constantFrom('symlink', 'link'), linkname: name }),
  fc.record({
    name,
    content: fc.string({ maxLength: 600 }),
    pax: fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), name),
  }),
);
const archive = fc.array(entry, { maxLength: 5 }).map(async (entries) => Buffer.from(await tarArchive(entries)));

test('finds the same entries as another reader', async () => {
  const property = fc.asyncProperty(archive, fc.integer({ min: 1, max: 5000 }), async (packed, length) => {
    const bytes = await packed;
    expect(await entriesOf(inPieces(bytes, length))).toEqual(await entriesOfOther(bytes));
  });
  await fc.assert(property, { numRuns: rounds(50) });
});

/** A byte of the first header or of an extended one, and its new value. */
const change = fc.tuple(
  fc.integer({ min: 0, max: 2047 }),
  fc.constantFrom(0, 0x20, 0x30, 0x37, 0x38, 0x4b, 0x4c, 0x78, 0x80, 0xff),
);

test('finds the same entries in damaged archives, or rejects them', async () => {
  const property = fc.asyncProperty(archive, fc.array(change, { maxLength: 3 }), async (packed, changes) => {
    const bytes = await packed;
    for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
    correctSums(bytes);
    const found = await entriesOf(inPieces(bytes, 1000)).catch((error: unknown) => {
      expect(error).toBeInstanceOf(MalformedFile);
      return undefined;
    });
    // The library never ends for a directory with a size.
    if (found?.some(({ type, size }) => type === 'directory' && size > 0) === false) {
      expect(found).toEqual(await entriesOfOther(bytes));
    }
  });
  await fc.assert(property, { numRuns: rounds(200) });
});

async function entriesOf(bytes: AsyncIterable<Uint8Array>): Promise<Found[]> {
  const found: Found[] = [];
  for await (const { path, type, size, content } of tarEntries(bytes, 100)) {
    found.push({ path, type, size, content: (await buffer(content)).toString('latin1') });
  }
  return found;
}

async function entriesOfOther(bytes: Buffer): Promise<Found[]> {
  const found: Found[] = [];
  // The option is missing from the library's types.
  const parser = extract({ allowUnknownFormat: true } as Parameters<typeof extract>[0]);
  for await (const one of Readable.from([bytes]).pipe(parser)) {
    const { name: path, size } = one.header;
    const content = (await buffer(one)).toString('latin1');
    // It returns null for types without a specification, which its types omit.
    const type: string | null = one.header.type;
    found.push({ path, type: type ?? 'unknown', size, content });
  }
  return found;
}

/** Damage is found by the sums, so each block that looks like a header gets the right one. */
function correctSums(bytes: Buffer): void {
  for (let at = 0; at + 512 <= bytes.length; at += 512) {
    const block = bytes.subarray(at, at + 512);
    if (block.toString('latin1', 257, 262) !== 'ustar') continue;
    block.fill(' ', 148, 156);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  }
}

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += length) yield bytes.subarray(start, start + length);
}
