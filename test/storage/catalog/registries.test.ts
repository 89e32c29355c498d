/** What registries must do. */
import { beforeEach, describe, expect, it } from 'vitest';
import { mapAll } from '../../../src/api/map-all.ts';
import type { AddedKey, Catalog } from '../../../src/storage/catalog.ts';
import { ROWS_AT_A_TIME } from '../../../src/storage/catalog/read-in-pages.ts';
import type { Package, Registry } from '../../../src/model/records.ts';
import {
  NOON,
  copyPackage,
  deleteRegistry,
  insertPackage,
  sampleFile,
  samplePackage,
  sampleRegistry,
  sampleUpload,
  storeOrganization,
  storePackage,
  storeRegistry,
} from './samples.ts';
import { sampleRendering } from './sample-renderings.ts';
import { useDatabase } from './test-database.ts';

const LATER = new Date('2026-02-03T04:05:06.000Z');
const KEY = { privateKey: 'private', publicKey: 'public' };

const database = useDatabase();

describe('registries', () => {
  it('returns a registry as it was stored', async () => {
    const catalog = await database.open();
    const { organization } = await storeOrganization(catalog);
    const registry = sampleRegistry(organization, {
      description: 'All of our tools',
      emoji: ':package:',
      color: '#f0f',
      public: true,
      oidcPolicy: '- iss: "x"\n',
      teamIds: ['one', 'two'],
      revision: 7,
    });
    await catalog.registries.insert(registry, undefined);
    expect(await catalog.registries.find(organization.id, 'tools')).toEqual(registry);
  });

  it('keeps every character of a text', async () => {
    const catalog = await database.open();
    const { organization } = await storeOrganization(catalog);
    const registry = sampleRegistry(organization, { name: 'a\uFFFF0b\uFFFFc', description: 'ä\u{1D49C}\\ \'"%_\n' });
    await catalog.registries.insert(registry, undefined);
    expect(await catalog.registries.find(organization.id, 'tools')).toEqual(registry);
  });

  it('finds nothing under a slug that has a NUL in it', async () => {
    const catalog = await database.open();
    const { organizationId } = await storeRegistry(catalog);
    expect(await catalog.registries.find(organizationId, 'tools\0')).toBeUndefined();
  });

  it('returns the registries of an ecosystem after a slug, in the order of its bytes', async () => {
    const catalog = await database.open();
    const { organization } = await storeOrganization(catalog);
    for (const slug of ['b', 'a-b', 'a', 'ab', 'c'])
      await catalog.registries.insert(sampleRegistry(organization, { slug, ecosystem: 'oci' }), undefined);
    await catalog.registries.insert(sampleRegistry(organization, { slug: 'aa', ecosystem: 'files' }), undefined);
    const gone = sampleRegistry(organization, { slug: 'a-a', ecosystem: 'oci' });
    await catalog.registries.insert(gone, undefined);
    await catalog.registries.delete(gone.id);
    const page = await catalog.registries.ofEcosystem(organization.id, 'oci', { after: 'a', limit: 3 });
    expect(page.map(({ slug }) => slug)).toEqual(['a-b', 'ab', 'b']);
  });

  it('lists the registries of one organization, oldest first', async () => {
    const catalog = await database.open();
    await storeRegistry(catalog, 'zebra');
    const { organizationId } = await storeRegistry(catalog, 'ant');
    const other = await storeOrganization(catalog, 'other');
    await catalog.registries.insert(sampleRegistry(other.organization, { slug: 'hidden' }), undefined);
    const list = await mapAll(catalog.registries.list(organizationId), (one) => one);
    expect(list.map((registry) => registry.slug)).toEqual(['zebra', 'ant']);
  });

  it('lists more registries than it reads at a time, and those after one', async () => {
    const catalog = await database.open();
    const { organization } = await storeOrganization(catalog);
    const made = Array.from({ length: ROWS_AT_A_TIME + 2 }, (_, n) => sampleRegistry(organization, { slug: `r${n}` }));
    for (const registry of made) await catalog.registries.insert(registry, undefined);
    const slugs = made.map(({ slug }) => slug);
    const list = (after?: string) =>
      mapAll(catalog.registries.list(organization.id, after), (registry) => registry.slug);
    expect([await list(), await list(made.at(-3)?.id)]).toEqual([slugs, slugs.slice(-2)]);
  });

  it('rejects a second registry with the slug', async () => {
    const catalog = await database.open();
    await storeRegistry(catalog);
    const { organization } = await storeOrganization(catalog);
    expect(await catalog.registries.insert(sampleRegistry(organization), KEY)).toBe(false);
  });

  it('lets two organizations use one slug', async () => {
    const catalog = await database.open();
    await storeRegistry(catalog);
    const { organization } = await storeOrganization(catalog, 'other');
    expect(await catalog.registries.insert(sampleRegistry(organization), undefined)).toBe(true);
  });

  it('creates one registry if two servers create it concurrently', async () => {
    const [one, two] = await Promise.all([database.open(), database.open()]);
    const { organization } = await storeOrganization(one);
    const replies = await Promise.all(
      [one, two].map((catalog) => catalog.registries.insert(sampleRegistry(organization), undefined)),
    );
    expect(replies.toSorted()).toEqual([false, true]);
  });

  it('keeps the signing key', async () => {
    const catalog = await database.open();
    const { organization } = await storeOrganization(catalog);
    const registry = sampleRegistry(organization);
    await catalog.registries.insert(registry, KEY);
    const { createdAt } = registry;
    expect(await catalog.registries.signingKeys(registry.id, NOON)).toEqual([{ ...KEY, createdAt, expiresAt: null }]);
  });

  it('has no signing key where none was stored', async () => {
    const catalog = await database.open();
    const registry = await storeRegistry(catalog);
    expect(await catalog.registries.signingKeys(registry.id, NOON)).toEqual([]);
  });
});

describe('adding a signing key', () => {
  const [NEW_KEY, NEWEST_KEY] = [1, 2].map((n) => ({ privateKey: `private ${n}`, publicKey: `public ${n}` }));
  const at = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

  it('replaces the old key, which expires later', async () => {
    const { catalog, registry } = await withKey();
    const added = await catalog.registries.addSigningKey(registry.id, { ...adding(NEW_KEY), oldUntil: at(5) });
    const stored = await catalog.registries.find(registry.organizationId, registry.slug);
    expect([added, stored?.keyNumber]).toEqual([true, 1]);
    expect(await catalog.registries.signingKeys(registry.id, at(4))).toEqual([
      { ...NEW_KEY, createdAt: NOON, expiresAt: null },
      { ...KEY, createdAt: registry.createdAt, expiresAt: at(5) },
    ]);
    expect(await catalog.registries.signingKeys(registry.id, at(5))).toHaveLength(1);
  });

  it('lets no old key live longer than it would have', async () => {
    const { catalog, registry } = await withKey();
    await catalog.registries.addSigningKey(registry.id, { ...adding(NEW_KEY), oldUntil: at(5) });
    await catalog.registries.addSigningKey(registry.id, { ...adding(NEWEST_KEY), oldUntil: at(9) });
    const keys = await catalog.registries.signingKeys(registry.id, NOON);
    expect(keys.map(({ expiresAt }) => expiresAt)).toEqual([null, at(9), at(5)]);
  });

  it('rejects more keys than the limit, of which expired ones are not a part', async () => {
    const { catalog, registry } = await withKey();
    const add = async (oldUntil: Date) =>
      await catalog.registries.addSigningKey(registry.id, { ...adding(NEW_KEY), oldUntil, most: 2 });
    expect([await add(at(5)), await add(at(5)), await add(NOON)]).toEqual([true, false, true]);
    expect(await catalog.registries.signingKeys(registry.id, NOON)).toHaveLength(1);
  });

  it('returns undefined for a deleted registry', async () => {
    const { catalog, registry } = await withKey();
    await catalog.registries.delete(registry.id);
    expect(await catalog.registries.addSigningKey(registry.id, adding(NEW_KEY))).toBeUndefined();
  });

  it('keeps the keys of two servers that add one concurrently', async () => {
    const { catalog, registry } = await withKey();
    const other = await database.open();
    await Promise.all([
      catalog.registries.addSigningKey(registry.id, adding(NEW_KEY)),
      other.registries.addSigningKey(registry.id, adding(NEWEST_KEY)),
    ]);
    const keys = await catalog.registries.signingKeys(registry.id, NOON);
    const ends = keys.map(({ expiresAt }) => expiresAt);
    expect([keys.map(({ publicKey }) => publicKey).toSorted(), ends]).toEqual([
      [KEY.publicKey, 'public 1', 'public 2'].toSorted(),
      [null, LATER, LATER],
    ]);
  });

  function adding(key = KEY): AddedKey {
    return { key, now: NOON, oldUntil: LATER, most: 10 };
  }

  async function withKey() {
    const catalog = await database.open();
    const { organization } = await storeOrganization(catalog);
    const registry = sampleRegistry(organization);
    await catalog.registries.insert(registry, KEY);
    return { catalog, registry };
  }
});

describe('updating a registry', () => {
  it('changes the specified settings and keeps the rest', async () => {
    const catalog = await database.open();
    const registry = await storeRegistry(catalog);
    const changes = { name: 'New', public: true, emoji: ':new:', teamIds: ['three'] };
    const reply = await catalog.registries.update(registry.id, changes, LATER);
    expect(reply).toEqual({ ...registry, ...changes, updatedAt: LATER });
  });

  it('can take a value away', async () => {
    const catalog = await database.open();
    const registry = await storeRegistry(catalog);
    await catalog.registries.update(registry.id, { description: 'Some' }, NOON);
    await catalog.registries.update(registry.id, { description: null }, NOON);
    expect(await catalog.registries.find(registry.organizationId, 'tools')).toEqual(registry);
  });

  it('returns that the slug is taken, and changes nothing', async () => {
    const catalog = await database.open();
    await storeRegistry(catalog, 'taken');
    const registry = await storeRegistry(catalog);
    const reply = await catalog.registries.update(registry.id, { slug: 'taken', name: 'New' }, LATER);
    const stored = await catalog.registries.find(registry.organizationId, 'tools');
    expect([reply, stored]).toEqual(['slug-taken', registry]);
  });

  it('returns undefined for an unknown registry', async () => {
    const catalog = await database.open();
    expect(await catalog.registries.update('unknown', { name: 'New' }, LATER)).toBeUndefined();
  });
});

describe('deleting a registry', () => {
  it('removes its packages, its key and its records of deleted packages', async () => {
    const catalog = await database.open();
    const { organization } = await storeOrganization(catalog);
    const registry = sampleRegistry(organization);
    await catalog.registries.insert(registry, KEY);
    const deleted = await storePackage(catalog, registry, { version: '1.0' });
    await catalog.packages.delete(registry.id, deleted.id);
    const pkg = await storePackage(catalog, registry, { version: '2.0' });
    await deleteRegistry(catalog, registry);
    expect([
      await catalog.registries.find(organization.id, 'tools'),
      await catalog.packages.find(registry.id, pkg.id),
      await catalog.packages.files(pkg.id),
      await catalog.registries.signingKeys(registry.id, NOON),
    ]).toEqual([undefined, undefined, [], []]);
  });

  it('releases the blobs of its packages', async () => {
    const catalog = await database.open();
    const registry = await storeRegistry(catalog);
    const files = [sampleFile(), sampleFile()];
    for (const [n, file] of files.entries()) await storePackage(catalog, registry, { version: `${n}` }, [file]);
    await deleteRegistry(catalog, registry);
    expect((await catalog.blobs.unreferenced(10)).toSorted()).toEqual(
      files.map((file) => file.blob.location).toSorted(),
    );
  });

  it('returns false if there is none, or if it is already deleted', async () => {
    const catalog = await database.open();
    const registry = await storeRegistry(catalog);
    await catalog.registries.delete(registry.id);
    expect([await catalog.registries.delete('unknown'), await catalog.registries.delete(registry.id)]).toEqual([
      false,
      false,
    ]);
  });
});

describe('a deleted registry that has records left', () => {
  let catalog: Catalog;
  let registry: Registry;
  let pkg: Package;
  beforeEach(async () => {
    catalog = await database.open();
    registry = await storeRegistry(catalog);
    for (let n = 0; n < 4; n += 1) pkg = await storePackage(catalog, registry, { version: `${n}.0` });
    await catalog.registries.delete(registry.id);
  });

  it('is not found, listed or changed', async () => {
    const { id, organizationId, slug } = registry;
    expect([
      await catalog.registries.find(organizationId, slug),
      await mapAll(catalog.registries.list(organizationId), (one) => one),
      await catalog.registries.update(id, { name: 'New' }, LATER),
      await catalog.documents.revision(id),
    ]).toEqual([undefined, [], undefined, undefined]);
  });

  it('takes no package, copy, upload or index', async () => {
    const upload = sampleUpload(registry);
    await catalog.uploads.insert(upload);
    const entry = { part: 'amd64', text: '' };
    expect([
      (await insertPackage(catalog, samplePackage(registry, { version: '9' }), [sampleFile()], entry)).outcome,
      (await copyPackage(catalog, pkg.id, samplePackage(registry, { version: '9' }))).outcome,
      await catalog.uploads.find(upload.id),
      (await catalog.documents.store(sampleRendering(registry, {}))).stored,
    ]).toEqual(['gone', 'gone', undefined, false]);
  });

  it('keeps its slug until it is gone', async () => {
    const { organization } = await storeOrganization(catalog);
    const again = sampleRegistry(organization);
    const isTaken = async () => [
      await catalog.registries.isBeingDeleted(organization.id, 'tools'),
      await catalog.registries.insert(again, undefined),
    ];
    const before = await isTaken();
    await deleteRegistry(catalog, registry);
    expect([before, await isTaken()]).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('loses at most the limit of records at a time, on any server', async () => {
    const servers = [catalog, await database.open()];
    const replies: boolean[] = [];
    for (const n of [0, 1, 2]) replies.push((await servers[n % 2]?.registries.clear(registry.id, 5)) ?? false);
    expect([replies, await catalog.registries.deleted()]).toEqual([[false, false, true], []]);
  });

  it('is removed by several servers together, and each blob is released', async () => {
    const servers = [catalog, await database.open(), await database.open()];
    await Promise.all(servers.map((one) => deleteRegistry(one, registry)));
    expect([await catalog.registries.deleted(), await catalog.blobs.unreferenced(9)]).toEqual([
      [],
      expect.objectContaining({ length: 4 }),
    ]);
  });

  it('leaves a registry that is not deleted alone', async () => {
    const other = await storeRegistry(catalog, 'other');
    const kept = await storePackage(catalog, other);
    expect([
      await catalog.registries.clear(other.id, 10),
      (await catalog.packages.find(other.id, kept.id))?.id,
    ]).toEqual([true, kept.id]);
  });
});
