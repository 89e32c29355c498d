/** The projects of packages. */
import { beforeEach, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { Package, Registry } from '../../../src/model/records.ts';
import {
  copyPackage,
  insertPackage,
  published,
  sampleFile,
  samplePackage,
  sampleRelease,
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

it('a project begins with its first package, whose id it has', async () => {
  const { id } = await storePackage(catalog, registry, { name: 'Tool', nameKey: 'tool' });
  expect(await catalog.projects.find(registry.id, 'tool')).toEqual({
    id,
    registryId: registry.id,
    name: 'Tool',
    nameKey: 'tool',
    metadata: {},
    revision: 1,
    status: 'active',
    reason: null,
  });
});

it('a project has the name of its newest package and the revision of its last change', async () => {
  const first = await storePackage(catalog, registry, { name: 'Tool', nameKey: 'tool' });
  const second = await storePackage(catalog, registry, { name: 'TOOL', nameKey: 'tool', version: '2.0' });
  await storePackage(catalog, registry, { name: 'other' });
  const names = [await catalog.projects.find(registry.id, 'tool')];
  await catalog.packages.delete(registry.id, second.id);
  names.push(await catalog.projects.find(registry.id, 'tool'));
  expect(names.map((project) => [project?.id, project?.name, project?.revision])).toEqual([
    [first.id, 'TOOL', 2],
    [first.id, 'Tool', 4],
  ]);
});

it('a project survives its first package, and ends with its last one', async () => {
  const packages = [
    await storePackage(catalog, registry, { version: '1.0' }),
    await storePackage(catalog, registry, { version: '2.0' }),
  ];
  const found: (string | undefined)[] = [];
  for (const { id } of packages) {
    await catalog.packages.delete(registry.id, id);
    found.push((await catalog.projects.find(registry.id, 'tool'))?.id);
  }
  expect(found).toEqual([packages[0]?.id, undefined]);
});

/** Stores a package with the tag `latest`. */
async function storeTagged(of: Registry, name: string): Promise<Package> {
  const pkg = samplePackage(of, { name, nameKey: name });
  return published(await catalog.packages.publish(sampleRelease(pkg, [sampleFile()], { defaultTag: 'latest' })))
    .package;
}

it('projects are found by the beginning of their names, with or without a scope', async () => {
  const names = ['demo', '@acme/demo-kit', '@acme/other', '@demo/x', 'dem', 'Demo', 'demo2', 'a/demo/b'];
  for (const name of names) await storeTagged(registry, name);
  await storeTagged(await storeRegistry(catalog, 'other'), 'demo');
  const search = async (start: string, page = { skip: 0, limit: 10 }): Promise<string[]> =>
    (await catalog.projects.search(registry.id, { start, tag: 'latest', ...page })).map(({ name }) => name);
  expect(await search('demo')).toEqual(['demo', '@acme/demo-kit', 'a/demo/b', 'demo2']);
  expect(await search('@acme/')).toEqual(['@acme/demo-kit', '@acme/other']);
  expect(await search('')).toHaveLength(names.length);
  expect(await search('demo', { skip: 1, limit: 2 })).toEqual(['@acme/demo-kit', 'a/demo/b']);
  expect([await search('%'), await search('demo', { skip: 4, limit: 2 })]).toEqual([[], []]);
});

it('a project without an offered or unlisted package is not found', async () => {
  const { id, projectId } = await storeTagged(registry, 'tool');
  const search = (): Promise<unknown[]> =>
    catalog.projects.search(registry.id, { start: 'tool', tag: 'latest', skip: 0, limit: 10 });
  expect(await search()).toMatchObject([{ id, name: 'tool' }]);
  const standings = [{ packageId: id, standing: 'withdrawn', notice: null }] as const;
  await catalog.projects.change(
    { registryId: registry.id, projectId, compare: () => 0 },
    { standings },
    { id: null, description: 'someone', issuer: null },
  );
  expect(await search()).toEqual([]);
});

it('a copy has a project in its own registry', async () => {
  const source = await storePackage(catalog, registry);
  const to = await storeRegistry(catalog, 'to');
  const copy = published(await copyPackage(catalog, source.id, samplePackage(to))).package;
  expect([
    (await catalog.projects.find(registry.id, 'tool'))?.id,
    (await catalog.projects.find(to.id, 'tool'))?.id,
  ]).toEqual([source.id, copy.id]);
});

it('a publication that is rejected changes no project', async () => {
  await storePackage(catalog, registry);
  const again = samplePackage(registry, { name: 'TOOL', nameKey: 'tool' });
  const { outcome } = await insertPackage(catalog, again, [sampleFile()], undefined);
  const project = await catalog.projects.find(registry.id, 'tool');
  expect([outcome, project?.name, project?.revision]).toEqual(['exists', 'tool', 1]);
});
