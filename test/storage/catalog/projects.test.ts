/** The projects of packages. */
import { beforeEach, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { Registry } from '../../../src/model/records.ts';
import {
  copyPackage,
  insertPackage,
  published,
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

it('a project begins with its first package, whose id it has', async () => {
  const { id } = await storePackage(catalog, registry, { name: 'Tool', nameKey: 'tool' });
  expect(await catalog.projects.find(registry.id, 'tool')).toEqual({
    id,
    registryId: registry.id,
    name: 'Tool',
    nameKey: 'tool',
    metadata: {},
    revision: 1,
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
