/** What uploads in pieces must do. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { Blob, Registry, UploadSession } from '../../../src/model/records.ts';
import {
  NOON,
  asMainFile,
  deleteRegistry,
  insertPackage,
  sampleBlob,
  sampleFile,
  samplePackage,
  sampleUpload,
  storePackage,
  storeRegistry,
} from './samples.ts';
import { useDatabase } from './test-database.ts';

const LATER = new Date(NOON.getTime() + 60_000);
const MUCH_LATER = new Date(NOON.getTime() + 120_000);

const database = useDatabase();
let catalog: Catalog;
let registry: Registry;
let upload: UploadSession;

beforeEach(async () => {
  catalog = await database.open();
  registry = await storeRegistry(catalog);
  upload = sampleUpload(registry);
  await catalog.uploads.insert(upload);
});

interface Limits {
  readonly mostBytes?: number;
  readonly mostPieces?: number;
}

function append(offset: number, blob: Blob, { mostBytes = 1000, mostPieces = 10 }: Limits = {}, on = catalog) {
  return on.uploads.append(upload.id, { offset, blob, mostBytes, mostPieces, expiresAt: LATER });
}

function finish(blob: Blob, name = blob.digests.sha256) {
  return catalog.uploads.finish(upload.id, { name, blob, expiresAt: MUCH_LATER });
}

describe('appending a piece', () => {
  it('adds it, adopts its blob and returns the new size', async () => {
    const [first, second] = [sampleBlob('abc'), sampleBlob('de')];
    expect([await append(0, first), await append(3, second)]).toEqual([
      { outcome: 'added', size: 3, adopted: new Set([first.location]) },
      { outcome: 'added', size: 5, adopted: new Set([second.location]) },
    ]);
    expect([await catalog.uploads.size(upload.id), await catalog.uploads.pieces(upload.id)]).toEqual([
      5,
      [
        { offset: 0, blob: first },
        { offset: 3, blob: second },
      ],
    ]);
  });

  it('is rejected before and after the end, with the right offset, and changes nothing', async () => {
    await append(0, sampleBlob('abc'));
    const [again, ahead] = [sampleBlob('x'), sampleBlob('y')];
    const wrong = { outcome: 'wrong-offset', size: 3 };
    expect([await append(0, again), await append(4, ahead)]).toEqual([wrong, wrong]);
    expect(await Promise.all([again, ahead].map(({ location }) => catalog.blobs.isAdopted(location)))).toEqual([
      false,
      false,
    ]);
    expect(await catalog.uploads.size(upload.id)).toBe(3);
  });

  it('succeeds for one of many concurrent requests with one offset, on several servers', async () => {
    const catalogs = [catalog, await database.open()];
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => append(0, sampleBlob(`piece ${n}`), {}, catalogs[n % 2])),
    );
    expect([
      outcomes.filter(({ outcome }) => outcome === 'added').length,
      new Set(outcomes.map((one) => one.outcome)),
    ]).toEqual([1, new Set(['added', 'wrong-offset'])]);
    expect(await catalog.uploads.pieces(upload.id)).toHaveLength(1);
  });

  it('is rejected beyond the maximum number of bytes or of pieces', async () => {
    expect((await append(0, sampleBlob('abc'), { mostBytes: 3 })).outcome).toBe('added');
    expect([
      await append(3, sampleBlob('d'), { mostBytes: 3 }),
      await append(3, sampleBlob('d'), { mostPieces: 1 }),
    ]).toEqual([
      { outcome: 'too-large', limit: 'bytes' },
      { outcome: 'too-large', limit: 'pieces' },
    ]);
  });

  it('moves the expiry', async () => {
    await append(0, sampleBlob('abc'));
    expect((await catalog.uploads.find(upload.id))?.expiresAt).toEqual(LATER);
  });

  it('is rejected if the upload has the file of a form', async () => {
    await catalog.uploads.store(upload.id, sampleFile('abc'));
    expect(await append(3, sampleBlob('d'))).toEqual({ outcome: 'used' });
  });

  it('is rejected if the upload or its registry is deleted', async () => {
    await catalog.registries.delete(registry.id);
    expect(await append(0, sampleBlob('abc'))).toEqual({ outcome: 'gone' });
    await catalog.uploads.delete(upload.id);
    expect(await append(0, sampleBlob('abc'))).toEqual({ outcome: 'gone' });
    expect(await catalog.uploads.size(upload.id)).toBeUndefined();
  });

  it('holds the blob', async () => {
    const file = sampleFile('abc');
    const pkg = await storePackage(catalog, registry, {}, [file]);
    await append(0, file.blob);
    await catalog.packages.delete(registry.id, pkg.id);
    expect(await catalog.blobs.abandon([file.blob.location])).toEqual([]);
  });

  it('makes the upload unusable for a form, and for a package', async () => {
    const file = sampleFile('abc');
    await append(0, file.blob);
    expect([
      await catalog.uploads.store(upload.id, sampleFile()),
      await insertPackage(catalog, samplePackage(registry), [file], undefined, upload.id),
      (await catalog.uploads.find(upload.id))?.file,
    ]).toEqual([{ outcome: 'used' }, { outcome: 'upload-gone' }, null]);
  });
});

describe('finishing an upload', () => {
  it('makes its only piece the file, without another blob', async () => {
    const piece = sampleBlob('abc');
    await append(0, piece);
    const name = piece.digests.sha256;
    expect(await finish(sampleBlob('abc'))).toEqual({ outcome: 'finished', adopted: new Set() });
    expect(await catalog.uploads.find(upload.id)).toEqual({
      ...upload,
      name,
      expiresAt: MUCH_LATER,
      file: { name, blob: piece },
    });
    expect(await catalog.blobs.unreferenced(9)).toEqual([]);
  });

  it('replaces several pieces by the joined blob', async () => {
    const [first, second, joined] = [sampleBlob('abc'), sampleBlob('de'), sampleBlob('abcde')];
    await append(0, first);
    await append(3, second);
    expect(await finish(joined)).toEqual({ outcome: 'finished', adopted: new Set([joined.location]) });
    const before = [first.location, second.location].toSorted();
    expect([
      await catalog.uploads.pieces(upload.id),
      await catalog.blobs.unreferenced(9),
      await catalog.blobs.abandon(before),
    ]).toEqual([[{ offset: 0, blob: joined }], before, before]);
  });

  it('gives an upload without bytes an empty file', async () => {
    const empty = sampleBlob('');
    expect(await finish(empty)).toEqual({ outcome: 'finished', adopted: new Set([empty.location]) });
    expect((await catalog.uploads.find(upload.id))?.file?.blob).toEqual(empty);
  });

  it('can be repeated with the same digest only', async () => {
    await append(0, sampleBlob('abc'));
    await finish(sampleBlob('abc'));
    expect([
      await finish(sampleBlob('abc')),
      await finish(sampleBlob('xyz')),
      await append(3, sampleBlob('d')),
    ]).toEqual([{ outcome: 'finished', adopted: new Set() }, { outcome: 'used' }, { outcome: 'used' }]);
  });

  it('is rejected if a piece was added meanwhile', async () => {
    await append(0, sampleBlob('abc'));
    await append(3, sampleBlob('de'));
    expect(await finish(sampleBlob('abc'))).toEqual({ outcome: 'wrong-offset', size: 5 });
    expect((await catalog.uploads.find(upload.id))?.file).toBeNull();
  });

  it('with another digest ends the upload and keeps nothing', async () => {
    const piece = sampleBlob('abc');
    await append(0, piece);
    expect(await finish(sampleBlob('abc'), sampleBlob('xyz').digests.sha256)).toEqual({ outcome: 'mismatch' });
    expect([await catalog.uploads.find(upload.id), await catalog.blobs.unreferenced(9)]).toEqual([
      undefined,
      [piece.location],
    ]);
  });

  it('succeeds once for many concurrent requests, on several servers', async () => {
    await append(0, sampleBlob('abc'));
    await append(3, sampleBlob('de'));
    const catalogs = [catalog, await database.open()];
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => {
        const blob = sampleBlob('abcde');
        const last = { name: blob.digests.sha256, blob, expiresAt: LATER };
        return (catalogs[n % 2] ?? catalog).uploads.finish(upload.id, last);
      }),
    );
    const adopted = outcomes.flatMap((one) => (one.outcome === 'finished' ? [one.adopted.size] : []));
    expect(adopted.toSorted()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

describe('a finished upload', () => {
  const { sha256 } = sampleBlob('abc').digests;
  const find = (after = NOON, registryId = registry.id) => catalog.uploads.findNamed(registryId, sha256, after);

  beforeEach(async () => {
    await append(0, sampleBlob('abc'));
  });

  it('is found by its digest in its registry until it expires', async () => {
    expect(await find()).toBeUndefined();
    await finish(sampleBlob('abc'));
    const other = await storeRegistry(catalog, 'others');
    expect([(await find())?.id, await find(MUCH_LATER), await find(NOON, other.id)]).toEqual([
      upload.id,
      undefined,
      undefined,
    ]);
  });

  it('is claimed by the package that has its bytes, which stay', async () => {
    await finish(sampleBlob('abc'));
    const named = await find();
    if (!named?.file) throw new Error('The upload is not finished.');
    const file = asMainFile('layer', named.file.blob);
    const { outcome } = await insertPackage(catalog, samplePackage(registry), [file], undefined, upload.id);
    expect([outcome, await find(), await catalog.blobs.unreferenced(9)]).toEqual(['published', undefined, []]);
  });

  it('is not found once its registry is deleted, whose records take its blob along', async () => {
    await finish(sampleBlob('abc'));
    await catalog.registries.delete(registry.id);
    expect(await find()).toBeUndefined();
    while (!(await catalog.registries.clear(registry.id, 1)));
    expect(await catalog.blobs.unreferenced(9)).toHaveLength(1);
  });
});

it('uploads with many pieces are deleted in several steps', async () => {
  const others = Array.from({ length: 3 }, () => sampleUpload(registry));
  for (const other of others) {
    await catalog.uploads.insert(other);
    for (let n = 0; n < 130; n += 1)
      await catalog.uploads.append(other.id, {
        offset: n,
        blob: sampleBlob(String(n % 10)),
        mostBytes: 1000,
        mostPieces: 1000,
        expiresAt: NOON,
      });
  }
  const counts: number[] = [];
  for (let count = 1; count > 0; counts.push(count)) count = await catalog.uploads.deleteExpired(LATER, 10);
  expect(counts.reduce((sum, count) => sum + count)).toBe(4);
  expect(Math.max(...counts)).toBeLessThan(4);
  await deleteRegistry(catalog, registry);
  expect(await catalog.blobs.unreferenced(20)).toHaveLength(10);
});
