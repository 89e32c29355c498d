/** What presigned uploads must do. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { NamedBlob, NewFile, Registry, UploadSession } from '../../../src/model/records.ts';
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

const LATER = new Date(NOON.getTime() + 1000);

const database = useDatabase();
let catalog: Catalog;
let registry: Registry;
let upload: UploadSession;
let file: NamedBlob;

const mainFile = (): NewFile => asMainFile(file.name, file.blob);

beforeEach(async () => {
  catalog = await database.open();
  registry = await storeRegistry(catalog);
  upload = sampleUpload(registry);
  file = { name: 'tool_1.0_amd64.deb', blob: sampleBlob('bytes') };
  await catalog.uploads.insert(upload);
});

describe('an upload', () => {
  it('is found as it was inserted', async () => {
    expect(await catalog.uploads.find(upload.id)).toEqual(upload);
  });

  it('is not found under an unknown id', async () => {
    expect(await catalog.uploads.find('unknown')).toBeUndefined();
  });

  it('is deleted immediately with its registry', async () => {
    await catalog.registries.delete(registry.id);
    const late = sampleUpload(registry);
    await catalog.uploads.insert(late);
    expect(await catalog.uploads.find(late.id)).toBeUndefined();
  });

  it('goes with its registry, and its blob is unreferenced', async () => {
    await catalog.uploads.store(upload.id, file);
    await deleteRegistry(catalog, registry);
    expect([await catalog.uploads.find(upload.id), await catalog.blobs.unreferenced(9)]).toEqual([
      undefined,
      [file.blob.location],
    ]);
  });
});

describe('storing the file of an upload', () => {
  it('takes over the offered blob', async () => {
    const outcome = await catalog.uploads.store(upload.id, file);
    expect(outcome).toEqual({ outcome: 'stored', adopted: new Set([file.blob.location]) });
  });

  it('takes over no blob whose bytes are there already', async () => {
    await storePackage(catalog, registry, {}, [sampleFile('bytes')]);
    expect(await catalog.uploads.store(upload.id, file)).toEqual({ outcome: 'stored', adopted: new Set() });
  });

  it('makes it findable with its file', async () => {
    await catalog.uploads.store(upload.id, file);
    expect(await catalog.uploads.find(upload.id)).toEqual({ ...upload, file });
  });

  it('is rejected a second time, and changes nothing', async () => {
    await catalog.uploads.store(upload.id, file);
    const second = sampleFile('others');
    const outcome = await catalog.uploads.store(upload.id, second);
    expect([
      outcome,
      (await catalog.uploads.find(upload.id))?.file,
      await catalog.blobs.isAdopted(second.blob.location),
    ]).toEqual([{ outcome: 'used' }, file, false]);
  });

  it('succeeds for one of many concurrent requests, on several servers', async () => {
    const catalogs = [catalog, await database.open()];
    const attempts = Array.from({ length: 10 }, (_, n) =>
      catalogs.map((each, m) => each.uploads.store(upload.id, sampleFile(`${n} ${m}`))),
    );
    const outcomes = await Promise.all(attempts.flat());
    expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
  });

  it('reports a missing upload', async () => {
    const outcome = await catalog.uploads.store('unknown', file);
    expect([outcome, await catalog.blobs.isAdopted(file.blob.location)]).toEqual([{ outcome: 'gone' }, false]);
  });

  it('holds the blob', async () => {
    const pkg = await storePackage(catalog, registry, {}, [mainFile()]);
    await catalog.uploads.store(upload.id, file);
    await catalog.packages.delete(registry.id, pkg.id);
    expect(await catalog.blobs.abandon([file.blob.location])).toEqual([]);
  });
});

describe('publishing the file of an upload', () => {
  const publish = (from: string, changes = {}) =>
    insertPackage(catalog, samplePackage(registry, changes), [mainFile()], undefined, from);

  it('ends the upload, and keeps its blob', async () => {
    await catalog.uploads.store(upload.id, file);
    const { outcome } = await publish(upload.id);
    expect([outcome, await catalog.uploads.find(upload.id)]).toEqual(['published', undefined]);
    expect(await catalog.blobs.isAdopted(file.blob.location)).toBe(true);
  });

  it('adds nothing when the upload has ended', async () => {
    await catalog.uploads.store(upload.id, file);
    await catalog.uploads.delete(upload.id);
    expect(await publish(upload.id)).toEqual({ outcome: 'upload-gone' });
    expect((await catalog.packages.page(registry.id, { limit: 1 })).items).toEqual([]);
  });

  it('adds nothing when the upload has other bytes', async () => {
    await catalog.uploads.store(upload.id, sampleFile('others'));
    expect(await publish(upload.id)).toEqual({ outcome: 'upload-gone' });
    expect(await catalog.blobs.isAdopted(file.blob.location)).toBe(false);
  });

  it('leaves the upload when the package exists', async () => {
    await storePackage(catalog, registry);
    await catalog.uploads.store(upload.id, file);
    const { outcome } = await publish(upload.id);
    expect([outcome, await catalog.uploads.find(upload.id)]).toEqual(['exists', { ...upload, file }]);
  });

  it('is done for one of many that do it concurrently, on several servers', async () => {
    await catalog.uploads.store(upload.id, file);
    const catalogs = [catalog, await database.open()];
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        insertPackage(
          catalogs[n % 2] ?? catalog,
          samplePackage(registry, { version: `${n}`, versionKey: `${n}` }),
          [mainFile()],
          undefined,
          upload.id,
        ),
      ),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'published')).toHaveLength(1);
  });
});

describe('deleting an upload', () => {
  it('takes it away, once', async () => {
    const replies = [await catalog.uploads.delete(upload.id), await catalog.uploads.delete(upload.id)];
    expect([replies, await catalog.uploads.find(upload.id)]).toEqual([[true, false], undefined]);
  });

  it('releases its blob', async () => {
    await catalog.uploads.store(upload.id, file);
    await catalog.uploads.delete(upload.id);
    expect(await catalog.blobs.unreferenced(9)).toEqual([file.blob.location]);
  });

  it('releases nothing when nothing was sent', async () => {
    await catalog.uploads.delete(upload.id);
    expect(await catalog.blobs.unreferenced(9)).toEqual([]);
  });

  it('leaves the blob to a package that was made of it', async () => {
    await catalog.uploads.store(upload.id, file);
    await storePackage(catalog, registry, {}, [mainFile()]);
    await catalog.uploads.delete(upload.id);
    expect(await catalog.blobs.abandon([file.blob.location])).toEqual([]);
  });
});

describe('deleting expired uploads', () => {
  it('deletes them, unreferences their blobs, and returns their number', async () => {
    await catalog.uploads.store(upload.id, file);
    expect([
      await catalog.uploads.deleteExpired(LATER, 10),
      await catalog.uploads.find(upload.id),
      await catalog.blobs.unreferenced(9),
    ]).toEqual([1, undefined, [file.blob.location]]);
  });

  it('leaves those that may still be used', async () => {
    const reply = await catalog.uploads.deleteExpired(NOON, 10);
    expect([reply, await catalog.uploads.find(upload.id)]).toEqual([0, upload]);
  });

  it('deletes at most the limit', async () => {
    for (let n = 0; n < 3; n++) await catalog.uploads.insert(sampleUpload(registry));
    const counts: number[] = [];
    for (let round = 0; round < 3; round++) counts.push(await catalog.uploads.deleteExpired(LATER, 2));
    expect(counts).toEqual([2, 2, 0]);
  });

  it('counts each once if several servers do it concurrently', async () => {
    for (let n = 0; n < 20; n++) await catalog.uploads.insert(sampleUpload(registry));
    const catalogs = [catalog, await database.open()];
    const counts = await Promise.all(catalogs.map((each) => each.uploads.deleteExpired(LATER, 30)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(21);
  });
});
