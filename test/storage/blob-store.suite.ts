import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BlobMissing } from '../../src/storage/blob-store.ts';
import type { BlobStore, KeptBlob, LeftBehind } from '../../src/storage/blob-store.ts';
import { keepText, streamOf } from './blob-samples.ts';

/** A store of its own for one test. */
export interface TestBlobStore {
  readonly store: BlobStore;
  remove(): Promise<void>;
}

/** What every blob store must do. `create` makes an empty one. */
export function blobStoreSuite(name: string, create: () => Promise<TestBlobStore>): void {
  describe(name, () => {
    let under: TestBlobStore;
    let store: BlobStore;
    beforeEach(async () => {
      under = await create();
      store = under.store;
    });
    afterEach(() => under.remove());

    describe('staging', () => {
      it('answers the size and digests of a stream', async () => {
        const staged = await store.stage(streamOf('lar', 'der'));
        const digest = (algorithm: string) => createHash(algorithm).update('larder').digest('hex');
        expect([staged.size, staged.digests]).toEqual([6, { sha256: digest('sha256'), sha512: digest('sha512') }]);
      });

      it('makes the older digests that are asked for', async () => {
        const staged = await store.stage(streamOf('larder'), { extraDigests: ['md5', 'sha1'] });
        const digest = (algorithm: string) => createHash(algorithm).update('larder').digest('hex');
        expect(staged.digests).toMatchObject({ md5: digest('md5'), sha1: digest('sha1') });
      });

      it('takes nothing at all', async () => {
        const staged = await store.stage(streamOf());
        expect([staged.size, await readFile(staged.path, 'utf8')]).toEqual([0, '']);
      });

      it('keeps every byte of a stream of odd and of large pieces', async () => {
        const bytes = randomBytes(5 * 1024 * 1024 + 13);
        const pieces = [1, 65_535, 1024 * 1024, 3 * 1024 * 1024 + 1].reduce<Buffer[]>(
          (cut, size) => [...cut, bytes.subarray(length(cut), length(cut) + size)],
          [],
        );
        const staged = await store.stage(Readable.from([...pieces, bytes.subarray(length(pieces))]));
        expect(bytes.equals(await readFile(staged.path))).toBe(true);
      });

      it('frees the memory of its own chunks only', async () => {
        const chunksOf = (size: number): Buffer[] =>
          Array.from({ length: 4 }, () => Buffer.from(new ArrayBuffer(size)));
        const lengths: number[] = [];
        for (const size of [1000, 1024 * 1024])
          for (const ownsChunks of [true, false]) {
            const chunks = chunksOf(size);
            const staged = await store.stage(Readable.from(chunks), { ownsChunks });
            expect(staged.size).toBe(4 * size);
            if (size > 1000 || !ownsChunks) lengths.push(length(chunks));
          }
        expect(lengths).toEqual([4000, 0, 4 * 1024 * 1024]);
      });

      it('hashes its own chunks like those of others, whole buffers or parts of them, also concurrently', async () => {
        const digestsOf = (bytes: Uint8Array): object =>
          Object.fromEntries(
            ['sha256', 'sha512', 'sha1', 'md5'].map((name) => [name, createHash(name).update(bytes).digest('hex')]),
          );
        const sizes = [100, 256 * 1024, 256 * 1024 + 1, 9 * 1024 * 1024];
        const staging = sizes.map(async (size) => {
          const bytes = randomBytes(size);
          const chunks = Array.from({ length: Math.ceil(size / 70_000) }, (_, at) => {
            const part = bytes.subarray(at * 70_000, (at + 1) * 70_000);
            return at % 2 === 0 ? Uint8Array.from(part) : Buffer.concat([part, part]).subarray(0, part.length);
          });
          const expected = digestsOf(bytes);
          const staged = await store.stage(Readable.from(chunks), { ownsChunks: true, extraDigests: ['sha1', 'md5'] });
          expect(staged.digests).toEqual(expected);
          expect(
            createHash('sha256')
              .update(await readFile(staged.path))
              .digest('hex'),
          ).toBe(staged.digests.sha256);
        });
        await Promise.all(staging);
      });

      it('fails as the stream of a large file does, and stages the next one', async () => {
        const source = async function* () {
          for (let left = 10; left > 0; left -= 1) yield Buffer.from(new ArrayBuffer(1024 * 1024));
          throw new Error('The client has left.');
        };
        await expect(store.stage(source(), { ownsChunks: true })).rejects.toThrow('The client has left.');
        const bytes = randomBytes(1024 * 1024);
        const sha512 = createHash('sha512').update(bytes).digest('hex');
        const staged = await store.stage(Readable.from([Uint8Array.from(bytes)]), { ownsChunks: true });
        expect(staged.digests.sha512).toBe(sha512);
      });

      it('keeps every byte of a stream of very many small pieces', async () => {
        const letters = 'larder'.repeat(200);
        const staged = await store.stage(Readable.from(Array.from(letters, (letter) => Buffer.from(letter))));
        expect(await readFile(staged.path, 'utf8')).toBe(letters);
      });

      it('gives two blobs with the same bytes two locations', async () => {
        const [one, two] = await Promise.all([store.stage(streamOf('same')), store.stage(streamOf('same'))]);
        expect(one.location).not.toBe(two.location);
      });

      it('fails as its stream does', async () => {
        const source = async function* () {
          yield Buffer.from('half');
          throw new Error('The client has left.');
        };
        await expect(store.stage(source())).rejects.toThrow('The client has left.');
      });

      it('does not make the bytes readable at their location yet', async () => {
        const staged = await store.stage(streamOf('larder'));
        await expect(store.open(staged.location)).rejects.toThrow(BlobMissing);
        await expect(store.read(staged.location, { start: 0, end: 0 })).rejects.toThrow(BlobMissing);
      });
    });

    describe('a kept blob', () => {
      it('can be read at its location', async () => {
        const { location } = await keepText(store, 'larder');
        expect(await text(await store.open(location))).toBe('larder');
      });

      it('can be read while it is staged, too', async () => {
        const staged = await store.stage(streamOf('larder'));
        await staged.keep();
        expect(await readFile(staged.path, 'utf8')).toBe('larder');
      });

      it.each([
        ['the first byte', 0, 0, 'l'],
        ['the middle', 1, 3, 'ard'],
        ['the last byte', 5, 5, 'r'],
        ['all of it', 0, 5, 'larder'],
      ])('can be read in part: %s', async (_, start, end, expected) => {
        const { location } = await keepText(store, 'larder');
        expect(await text(await store.open(location, { start, end }))).toBe(expected);
        expect(Buffer.from(await store.read(location, { start, end })).toString()).toBe(expected);
      });

      it('is not read beyond its end', async () => {
        const { location } = await keepText(store, 'larder');
        await expect(store.read(location, { start: 3, end: 6 })).rejects.toThrow('end before 7');
      });

      it('can be read by many at once', async () => {
        const { location } = await keepText(store, 'larder');
        const reads = Array.from({ length: 20 }, async () => text(await store.open(location)));
        expect(new Set(await Promise.all(reads))).toEqual(new Set(['larder']));
      });

      it('stays when it is settled, and discarded after that', async () => {
        const staged = await keepText(store, 'larder');
        await staged.discard();
        expect(await text(await store.open(staged.location))).toBe('larder');
      });

      it('goes when it is discarded', async () => {
        const staged = await store.stage(streamOf('larder'));
        await staged.keep();
        await staged.discard();
        await expect(store.open(staged.location)).rejects.toThrow(BlobMissing);
      });

      it('is the same after it was prepared, also more than once', async () => {
        const staged = await store.stage(streamOf('larder'));
        staged.prepare();
        staged.prepare();
        await staged.keep();
        await staged.settle();
        expect(await text(await store.open(staged.location))).toBe('larder');
      });

      it('goes when it is discarded while it is prepared', async () => {
        const staged = await store.stage(streamOf('larder'));
        staged.prepare();
        await staged.discard();
        await expect(readFile(staged.path)).rejects.toMatchObject({ code: 'ENOENT' });
        await expect(staged.keep()).rejects.toMatchObject({ code: 'ENOENT' });
      });

      it('leaves another one with the same bytes alone when it is discarded', async () => {
        const other = await keepText(store, 'same');
        const staged = await store.stage(streamOf('same'));
        await staged.keep();
        await staged.discard();
        expect(await text(await store.open(other.location))).toBe('same');
      });
    });

    describe('a borrowed blob', () => {
      it('can be read as it was when it was staged, and says the same of itself', async () => {
        const { size, digests, location } = await keepText(store, 'larder');
        const borrowed = await store.borrow({ size, digests, location });
        expect({ ...borrowed, bytes: await readFile(borrowed.path, 'utf8') }).toMatchObject({
          size,
          digests,
          location,
          bytes: 'larder',
        });
      });

      it('stays where it is whatever is done with it', async () => {
        const kept = await keepText(store, 'larder');
        const borrowed = await store.borrow(kept);
        for (const step of [borrowed.keep, borrowed.discard, borrowed.settle, borrowed.discard]) await step();
        expect(await text(await store.open(kept.location))).toBe('larder');
      });

      it('is refused when there are no bytes', async () => {
        const kept = await keepText(store, 'larder');
        await store.remove(kept.location);
        await expect(store.borrow(kept)).rejects.toThrow(BlobMissing);
      });
    });

    describe('discarding and removing', () => {
      it('can be repeated', async () => {
        const staged = await store.stage(streamOf('larder'));
        await staged.discard();
        await expect(staged.discard()).resolves.toBeUndefined();
      });

      it('takes a removed blob away', async () => {
        const { location } = await keepText(store, 'larder');
        await store.remove(location);
        await expect(store.open(location)).rejects.toThrow(BlobMissing);
      });

      it('does not mind that a blob is not there', async () => {
        const { location } = await keepText(store, 'larder');
        await store.remove(location);
        await expect(store.remove(location)).resolves.toBeUndefined();
      });

      it('lets a reader who came before finish', async () => {
        const bytes = randomBytes(2 * 1024 * 1024);
        const staged = await store.stage(Readable.from([bytes]));
        await staged.keep();
        const stream = await store.open(staged.location);
        await store.remove(staged.location);
        const hash = createHash('sha256');
        for await (const piece of stream) hash.update(piece);
        expect(hash.digest('hex')).toBe(staged.digests.sha256);
      });

      it.each(['../../etc/passwd', '/etc/passwd', '', 'aa/bb', `aa/bb/${'c'.repeat(64)}.${'d'.repeat(32)}`])(
        'refuses a location that it never gave: %j',
        async (location) => {
          await expect(store.open(location)).rejects.toThrow('Not a location');
          await expect(store.remove(location)).rejects.toThrow('Not a location');
        },
      );
    });

    describe('sweeping', () => {
      it('leaves uploads in progress alone', async () => {
        const staged = await store.stage(streamOf('larder'));
        await store.sweep(() => Promise.resolve(false));
        await staged.keep();
        await store.sweep(() => Promise.resolve(false));
        expect(await text(await store.open(staged.location))).toBe('larder');
      });

      it('leaves settled blobs alone, without asking', async () => {
        const { location } = await keepText(store, 'larder');
        await store.sweep(() => Promise.reject(new Error('asked')));
        expect(await text(await store.open(location))).toBe('larder');
      });
    });

    describe('looking at what is kept', () => {
      const listed = async (): Promise<KeptBlob[]> => {
        const blobs: KeptBlob[] = [];
        for await (const blob of store.list()) blobs.push(blob);
        return blobs;
      };

      it('lists every kept blob with its size, in the order of locations', async () => {
        const texts = Array.from({ length: 70 }, (_, n) => 'x'.repeat(n));
        const kept = await Promise.all(texts.map((each) => keepText(store, each)));
        const expected = kept.map(({ location, size }) => ({ location, size }));
        expect(await listed()).toEqual(expected.toSorted((a, b) => (a.location < b.location ? -1 : 1)));
      });

      it('lists neither what is only staged nor what was removed', async () => {
        await store.stage(streamOf('staged'));
        await store.remove((await keepText(store, 'removed')).location);
        expect(await listed()).toEqual([]);
      });

      it('tells the size of a kept blob, and of no other', async () => {
        const { location } = await keepText(store, 'larder');
        const { location: staged } = await store.stage(streamOf('larder'));
        expect([await store.sizeOf(location), await store.sizeOf(staged)]).toEqual([6, undefined]);
      });

      it('tells that bytes are staged until they are settled or discarded', async () => {
        const staged = await store.stage(streamOf('larder'));
        const before = await store.isStaged(staged.location);
        await staged.keep();
        const kept = await store.isStaged(staged.location);
        await staged.settle();
        expect([before, kept, await store.isStaged(staged.location)]).toEqual([true, true, false]);
      });

      it('takes nothing for left behind that is under way', async () => {
        await (await store.stage(streamOf('larder'))).keep();
        const left: LeftBehind[] = [];
        for await (const one of store.leftBehind()) left.push(one);
        expect(left).toEqual([]);
      });
    });

    it('says that it works', async () => {
      await expect(store.check()).resolves.toBeUndefined();
    });
  });
}

function length(pieces: readonly Buffer[]): number {
  return pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
}
