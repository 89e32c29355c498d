/** What publishing, finding and deleting packages must do. */
import { beforeEach, describe, expect, it } from 'vitest';
import { mapAll } from '../../../src/api/map-all.ts';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { Registry } from '../../../src/model/records.ts';
import {
  asMainFile,
  insertPackage,
  published,
  revisionOf,
  sampleAttached,
  sampleBlob,
  sampleFile,
  samplePackage,
  storePackage,
  storeRegistry,
  storedPackage,
  versions,
} from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();
let catalog: Catalog;
let registry: Registry;

beforeEach(async () => {
  catalog = await database.open();
  registry = await storeRegistry(catalog);
});

describe('publishing', () => {
  it('returns the package with the digests of its first file', async () => {
    const pkg = samplePackage(registry);
    const [first, second] = [sampleFile('first', 'a.deb'), sampleAttached('second', 'b.deb')];
    const outcome = published(await insertPackage(catalog, pkg, [first, second], undefined));
    expect(outcome.package).toEqual(storedPackage(pkg, first.blob));
  });

  it('makes the package findable', async () => {
    const pkg = await storePackage(catalog, registry);
    expect(await catalog.packages.find(registry.id, pkg.id)).toEqual(pkg);
  });

  it('keeps a package without variant as one', async () => {
    const pkg = await storePackage(catalog, registry, { variant: null });
    expect((await catalog.packages.find(registry.id, pkg.id))?.variant).toBeNull();
  });

  it('keeps the files in order', async () => {
    const files = [sampleFile('1', 'z'), sampleAttached('2', 'a'), sampleAttached('3', 'm')];
    const pkg = await storePackage(catalog, registry, {}, files);
    const stored = await catalog.packages.files(pkg.id);
    expect(stored.map(({ name, role, mediaType, blob }) => ({ name, role, mediaType, blob }))).toEqual(files);
  });

  it('takes over the offered blobs', async () => {
    const [one, two] = [sampleFile('1', 'a'), sampleAttached('2', 'b')];
    const outcome = published(await insertPackage(catalog, samplePackage(registry), [one, two], undefined));
    expect(outcome.adopted).toEqual(new Set([one.blob.location, two.blob.location]));
  });

  it('takes over one of two files with the same bytes', async () => {
    const files = [sampleFile('same', 'a'), sampleAttached('same', 'b')];
    const outcome = published(await insertPackage(catalog, samplePackage(registry), files, undefined));
    expect(outcome.adopted.size).toBe(1);
  });

  it('shares a blob with a package that has the same bytes', async () => {
    const first = sampleFile('same');
    await storePackage(catalog, registry, { version: '1.0' }, [first]);
    const second = samplePackage(registry, { version: '2.0' });
    const outcome = published(await insertPackage(catalog, second, [sampleFile('same')], undefined));
    const [file] = await catalog.packages.files(second.id);
    expect([outcome.adopted.size, file?.blob.location]).toEqual([0, first.blob.location]);
  });

  it('adds digests that a shared blob did not have yet', async () => {
    await storePackage(catalog, registry, { version: '1.0' }, [sampleFile('same')]);
    const blob = sampleBlob('same');
    const withMd5 = asMainFile('b', { ...blob, digests: { ...blob.digests, md5: 'd41d' } });
    const pkg = await storePackage(catalog, registry, { version: '2.0' }, [withMd5]);
    expect(pkg.digests).toEqual(withMd5.blob.digests);
  });

  it('keeps digests of a shared blob that are not offered again', async () => {
    const blob = sampleBlob('same');
    const withSha1 = asMainFile('a', { ...blob, digests: { ...blob.digests, sha1: 'da39' } });
    await storePackage(catalog, registry, { version: '1.0' }, [withSha1]);
    const pkg = await storePackage(catalog, registry, { version: '2.0' }, [sampleFile('same')]);
    expect(pkg.digests).toEqual(withSha1.blob.digests);
  });

  it('adds a revision', async () => {
    await storePackage(catalog, registry, { version: '1.0' });
    await storePackage(catalog, registry, { version: '2.0' });
    expect(await revisionOf(catalog, registry)).toBe(2);
  });
});

it('has no publisher where none was stored, as in 0.1.0', async () => {
  const { id } = await storePackage(catalog, registry, { publishedBy: null });
  expect((await catalog.packages.find(registry.id, id))?.publishedBy).toBeNull();
});

describe('publishing an existing package', () => {
  it('returns the existing package', async () => {
    const there = await storePackage(catalog, registry);
    const again = await insertPackage(catalog, samplePackage(registry), [sampleFile()], undefined);
    expect(again).toEqual({ outcome: 'exists', package: there });
  });

  it('counts two packages without variant as the same', async () => {
    await storePackage(catalog, registry, { variant: null });
    const again = await insertPackage(catalog, samplePackage(registry, { variant: null }), [sampleFile()], undefined);
    expect(again.outcome).toBe('exists');
  });

  it('counts two spellings with the same keys as the same', async () => {
    const keys = { nameKey: 'my-tool', versionKey: '1.0' };
    const there = await storePackage(catalog, registry, { name: 'My_Tool', version: '1.0', ...keys });
    const again = samplePackage(registry, { name: 'my.tool', version: 'v1.0', ...keys });
    expect(await insertPackage(catalog, again, [sampleFile()], undefined)).toEqual({
      outcome: 'exists',
      package: there,
    });
  });

  it('lets one spelling with other keys pass', async () => {
    await storePackage(catalog, registry);
    const other = samplePackage(registry, { nameKey: 'other' });
    expect((await insertPackage(catalog, other, [sampleFile()], undefined)).outcome).toBe('published');
  });

  it('leaves no trace', async () => {
    await storePackage(catalog, registry);
    const file = sampleFile();
    await insertPackage(catalog, samplePackage(registry), [file], { part: 'i386', text: 'no' });
    expect([
      await revisionOf(catalog, registry),
      await catalog.blobs.isAdopted(file.blob.location),
      await mapAll(catalog.documents.parts(registry.id), ({ part }) => part),
    ]).toEqual([1, false, ['amd64']]);
  });

  it('lets other versions, variants and registries pass', async () => {
    await storePackage(catalog, registry);
    const elsewhere = await storeRegistry(catalog, 'elsewhere');
    await storePackage(catalog, registry, { version: '1.1' });
    await storePackage(catalog, registry, { variant: 'arm64' });
    await storePackage(catalog, elsewhere);
    expect(versions(await catalog.packages.page(registry.id, { limit: 9 }))).toEqual(['1.0', '1.1', '1.0']);
  });

  it('lets exactly one of many publishers win', async () => {
    const attempts = Array.from({ length: 30 }, () =>
      insertPackage(catalog, samplePackage(registry), [sampleFile()], undefined),
    );
    const outcomes = await Promise.all(attempts);
    const wins = outcomes.filter(({ outcome }) => outcome === 'published').length;
    expect([wins, await revisionOf(catalog, registry)]).toEqual([1, 1]);
  });

  it('lets exactly one publisher win when they are on several servers', async () => {
    const catalogs = [catalog, await database.open(), await database.open()];
    const attempts = Array.from({ length: 10 }, () =>
      catalogs.map((each) => insertPackage(each, samplePackage(registry), [sampleFile()], undefined)),
    );
    const outcomes = await Promise.all(attempts.flat());
    const wins = outcomes.filter(({ outcome }) => outcome === 'published').length;
    expect([wins, await revisionOf(catalog, registry)]).toEqual([1, 1]);
  });

  it('loses none of many versions that several servers publish concurrently', async () => {
    const catalogs = [catalog, await database.open()];
    const attempts = Array.from({ length: 40 }, async (_, n) =>
      insertPackage(
        catalogs[n % 2] ?? catalog,
        samplePackage(registry, { version: `${n}` }),
        [sampleFile()],
        undefined,
      ),
    );
    await Promise.all(attempts);
    const { items } = await catalog.packages.page(registry.id, { limit: 100 });
    expect([items.length, await revisionOf(catalog, registry)]).toEqual([40, 40]);
  });
});

describe('publishing to a registry that has gone', () => {
  it('returns that, and stores nothing', async () => {
    await catalog.registries.delete(registry.id);
    const file = sampleFile();
    const outcome = await insertPackage(catalog, samplePackage(registry), [file], undefined);
    expect([outcome.outcome, await catalog.blobs.isAdopted(file.blob.location)]).toEqual(['gone', false]);
  });
});

describe('finding files', () => {
  it('finds a file of a package by its name', async () => {
    const file = sampleAttached('1', 'a.deb');
    const pkg = await storePackage(catalog, registry, {}, [sampleFile('0', 'b.deb'), file]);
    expect((await catalog.packages.file(pkg.id, 'a.deb'))?.blob).toEqual(file.blob);
  });

  it('finds the newest file of a name', async () => {
    await storePackage(catalog, registry, { version: '1.0' }, [sampleFile('1', 'same.deb')]);
    const newest = await storePackage(catalog, registry, { version: '2.0' }, [sampleFile('2', 'same.deb')]);
    expect((await catalog.packages.findFileByName(registry.id, 'same.deb'))?.packageId).toBe(newest.id);
  });

  it('finds the newest file with given bytes', async () => {
    await storePackage(catalog, registry, { version: '1.0' }, [sampleFile('same')]);
    const newest = await storePackage(catalog, registry, { version: '2.0' }, [sampleFile('same')]);
    const { sha256 } = sampleBlob('same').digests;
    expect((await catalog.packages.findFileBySha256(registry.id, sha256))?.packageId).toBe(newest.id);
  });

  it('finds no file of another registry', async () => {
    const elsewhere = await storeRegistry(catalog, 'elsewhere');
    await storePackage(catalog, elsewhere, {}, [sampleFile('x', 'x.deb')]);
    expect([
      await catalog.packages.findFileByName(registry.id, 'x.deb'),
      await catalog.packages.findFileBySha256(registry.id, sampleBlob('x').digests.sha256),
    ]).toEqual([undefined, undefined]);
  });

  it('finds no package of another registry', async () => {
    const elsewhere = await storeRegistry(catalog, 'elsewhere');
    const pkg = await storePackage(catalog, elsewhere);
    expect(await catalog.packages.find(registry.id, pkg.id)).toBeUndefined();
  });
});

describe('deleting', () => {
  it('takes the package and its files away', async () => {
    const pkg = await storePackage(catalog, registry);
    expect(await catalog.packages.delete(registry.id, pkg.id)).toEqual({ outcome: 'deleted' });
    expect([await catalog.packages.find(registry.id, pkg.id), await catalog.packages.files(pkg.id)]).toEqual([
      undefined,
      [],
    ]);
  });

  it('adds a revision', async () => {
    const pkg = await storePackage(catalog, registry);
    await catalog.packages.delete(registry.id, pkg.id);
    expect(await revisionOf(catalog, registry)).toBe(2);
  });

  it('makes room for the same version', async () => {
    const pkg = await storePackage(catalog, registry);
    await catalog.packages.delete(registry.id, pkg.id);
    const again = await storePackage(catalog, registry);
    expect(again.version).toBe(pkg.version);
  });

  it('reports that there is none, and adds no revision', async () => {
    const elsewhere = await storeRegistry(catalog, 'elsewhere');
    const pkg = await storePackage(catalog, elsewhere);
    const reply = await catalog.packages.delete(registry.id, pkg.id);
    expect([reply, await revisionOf(catalog, registry), await catalog.blobs.unreferenced(9)]).toEqual([
      { outcome: 'gone' },
      0,
      [],
    ]);
  });

  it('is done once if requested twice concurrently', async () => {
    const pkg = await storePackage(catalog, registry);
    const other = await database.open();
    const replies = await Promise.all([catalog, other].map((each) => each.packages.delete(registry.id, pkg.id)));
    expect(replies.map(({ outcome }) => outcome).toSorted()).toEqual(['deleted', 'gone']);
  });
});
