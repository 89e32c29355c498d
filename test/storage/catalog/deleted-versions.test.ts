/** The catalog has records of deleted versions. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { NewPackage, Registry } from '../../../src/model/records.ts';
import {
  copyPackage,
  deleteRegistry,
  insertPackage,
  revisionOf,
  sampleFile,
  samplePackage,
  storePackage,
  storeRegistry,
} from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();
let catalog: Catalog;
let registry: Registry;

beforeEach(async () => {
  catalog = await database.open();
  registry = await storeRegistry(catalog);
});

/** No deletion is after this. */
const never = new Date('2100-01-01T00:00:00.000Z');

async function publishAndDelete(text: string, changes: Partial<NewPackage> = {}): Promise<void> {
  const { id, registryId } = await storePackage(catalog, registry, changes, [sampleFile(text)]);
  await catalog.packages.delete(registryId, id);
}

async function publish(text: string, changes: Partial<NewPackage> = {}) {
  const pkg = samplePackage(registry, { reusableSince: never, ...changes });
  return await insertPackage(catalog, pkg, [sampleFile(text)], undefined);
}

describe('a version that was deleted before the time that is given', () => {
  beforeEach(() => publishAndDelete('bytes'));

  it('is not published with other bytes, and nothing is kept of those', async () => {
    const file = sampleFile('other bytes');
    const { digests } = sampleFile('bytes').blob;
    const pkg = samplePackage(registry, { reusableSince: never });
    const revision = await revisionOf(catalog, registry);
    expect(await insertPackage(catalog, pkg, [file], { part: 'amd64', text: '' })).toEqual({
      outcome: 'deleted-before',
      digests,
      deletedAt: expect.any(Date),
    });
    expect([
      await catalog.packages.find(registry.id, pkg.id),
      await catalog.blobs.isAdopted(file.blob.location),
      await revisionOf(catalog, registry),
    ]).toEqual([undefined, false, revision]);
  });

  it('is published with the same bytes', async () => {
    expect((await publish('bytes')).outcome).toBe('published');
  });

  it('is not copied with other bytes, but with the same', async () => {
    const from = await storeRegistry(catalog, 'from');
    const source = await storePackage(catalog, from, {}, [sampleFile('other bytes')]);
    const same = await storePackage(catalog, from, { variant: 'all' }, [sampleFile('bytes')]);
    const to = samplePackage(registry, { reusableSince: never });
    const outcomes = [await copyPackage(catalog, source.id, to), await copyPackage(catalog, same.id, to)];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['deleted-before', 'published']);
  });

  it.each<[string, Partial<NewPackage>]>([
    ['name', { name: 'other', nameKey: 'other' }],
    ['version', { version: '2.0', versionKey: '2.0' }],
    ['variant', { variant: 'all' }],
  ])('does not apply to another %s', async (_, changes) => {
    expect((await publish('other bytes', changes)).outcome).toBe('published');
  });

  it('does not apply to another registry, nor to a new one with the same slug', async () => {
    const other = await storeRegistry(catalog, 'other');
    await deleteRegistry(catalog, registry);
    const again = await storeRegistry(catalog);
    const outcomes = [
      await publish('other bytes', { registryId: other.id }),
      await publish('other bytes', { registryId: again.id }),
    ];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['published', 'published']);
  });
});

it('a version that was deleted since the time that is given is published with other bytes', async () => {
  await publishAndDelete('bytes');
  expect((await publish('other bytes', { reusableSince: new Date(0) })).outcome).toBe('published');
});

it('the bytes that were deleted last are those that count', async () => {
  await publishAndDelete('first');
  await publishAndDelete('second');
  expect([(await publish('first')).outcome, (await publish('second')).outcome]).toEqual([
    'deleted-before',
    'published',
  ]);
});

it('a package without variant is one as well', async () => {
  await publishAndDelete('bytes', { variant: null });
  expect((await publish('other bytes', { variant: null })).outcome).toBe('deleted-before');
});

it('a package that was not there is not kept as deleted', async () => {
  const { id } = await storePackage(catalog, registry, {}, [sampleFile('bytes')]);
  const other = await storeRegistry(catalog, 'other');
  expect([
    (await catalog.packages.delete(other.id, id)).outcome,
    (await publish('other', { registryId: other.id })).outcome,
  ]).toEqual(['gone', 'published']);
});
