/** What registries must do. */
import { describe, expect, it } from 'vitest';
import { NOON, sampleRegistry, storeOrganization, storePackage, storeRegistry, sampleFile } from './samples.ts';
import { useDatabase } from './test-database.ts';

const LATER = new Date('2026-02-03T04:05:06.000Z');
const KEY = { privateKey: 'private', publicKey: 'public' };

const database = useDatabase();

describe('registries', () => {
  it('answers a registry as it was stored', async () => {
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

  it('lists the registries of one organization, oldest first', async () => {
    const catalog = await database.open();
    await storeRegistry(catalog, 'zebra');
    const { organizationId } = await storeRegistry(catalog, 'ant');
    const other = await storeOrganization(catalog, 'other');
    await catalog.registries.insert(sampleRegistry(other.organization, { slug: 'hidden' }), undefined);
    const list = await catalog.registries.list(organizationId);
    expect(list.map((registry) => registry.slug)).toEqual(['zebra', 'ant']);
  });

  it('refuses a second registry with the slug', async () => {
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

  it('creates one registry when two servers are asked for it at once', async () => {
    const [one, two] = await Promise.all([database.open(), database.open()]);
    const { organization } = await storeOrganization(one);
    const answers = await Promise.all(
      [one, two].map((catalog) => catalog.registries.insert(sampleRegistry(organization), undefined)),
    );
    expect(answers.toSorted()).toEqual([false, true]);
  });

  it('keeps the signing key', async () => {
    const catalog = await database.open();
    const { organization } = await storeOrganization(catalog);
    const registry = sampleRegistry(organization);
    await catalog.registries.insert(registry, KEY);
    expect(await catalog.registries.signingKey(registry.id)).toEqual(KEY);
  });

  it('has no signing key where none was stored', async () => {
    const catalog = await database.open();
    const registry = await storeRegistry(catalog);
    expect(await catalog.registries.signingKey(registry.id)).toBeUndefined();
  });
});

describe('updating a registry', () => {
  it('changes what is named and keeps the rest', async () => {
    const catalog = await database.open();
    const registry = await storeRegistry(catalog);
    const changes = { name: 'New', public: true, emoji: ':new:', teamIds: ['three'] };
    const answer = await catalog.registries.update(registry.id, changes, LATER);
    expect(answer).toEqual({ ...registry, ...changes, updatedAt: LATER });
  });

  it('can take a value away', async () => {
    const catalog = await database.open();
    const registry = await storeRegistry(catalog);
    await catalog.registries.update(registry.id, { description: 'Some' }, NOON);
    await catalog.registries.update(registry.id, { description: null }, NOON);
    expect(await catalog.registries.find(registry.organizationId, 'tools')).toEqual(registry);
  });

  it('says that the slug is taken, and changes nothing', async () => {
    const catalog = await database.open();
    await storeRegistry(catalog, 'taken');
    const registry = await storeRegistry(catalog);
    const answer = await catalog.registries.update(registry.id, { slug: 'taken', name: 'New' }, LATER);
    const stored = await catalog.registries.find(registry.organizationId, 'tools');
    expect([answer, stored]).toEqual(['slug-taken', registry]);
  });

  it('answers nothing for an unknown registry', async () => {
    const catalog = await database.open();
    expect(await catalog.registries.update('unknown', { name: 'New' }, LATER)).toBeUndefined();
  });
});

describe('deleting a registry', () => {
  it('takes its packages, cursors and key along', async () => {
    const catalog = await database.open();
    const { organization } = await storeOrganization(catalog);
    const registry = sampleRegistry(organization);
    await catalog.registries.insert(registry, KEY);
    const deleted = await storePackage(catalog, registry, { version: '1.0' });
    await catalog.packages.delete(registry.id, deleted.id);
    const pkg = await storePackage(catalog, registry, { version: '2.0' });
    await catalog.registries.delete(registry.id);
    expect([
      await catalog.registries.find(organization.id, 'tools'),
      await catalog.packages.find(registry.id, pkg.id),
      await catalog.packages.files(pkg.id),
      await catalog.packages.isCursor(registry.id, deleted.id),
      await catalog.registries.signingKey(registry.id),
    ]).toEqual([undefined, undefined, [], false, undefined]);
  });

  it('releases the blobs of its packages', async () => {
    const catalog = await database.open();
    const registry = await storeRegistry(catalog);
    const file = sampleFile();
    await storePackage(catalog, registry, {}, [file]);
    await catalog.registries.delete(registry.id);
    expect(await catalog.blobs.released(10)).toEqual([file.blob.location]);
  });

  it('answers false when there is none', async () => {
    const catalog = await database.open();
    expect(await catalog.registries.delete('unknown')).toBe(false);
  });
});
