/** What the changes of registries must do. */
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { Registry } from '../../../src/model/records.ts';
import {
  NOON,
  copyPackage,
  deleteRegistry,
  insertPackage,
  published,
  revisionOf,
  sampleFile,
  samplePackage,
  storePackage,
  storePackages,
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

function setTime(time: Date): void {
  vi.useFakeTimers({ toFake: ['Date'], now: time });
  onTestFinished(() => void vi.useRealTimers());
}

describe('a change', () => {
  const by = { id: null, description: 'repo:acme/tools', issuer: 'https://ci.example' };

  it('contains the package, the kind, the author and the time of a publication, a copy and a deletion', async () => {
    setTime(NOON);
    const other = await storeRegistry(catalog, 'others');
    const file = sampleFile('bytes');
    const details = { sha256: file.blob.digests.sha256 };
    const pkg = await storePackage(catalog, registry, {}, [file]);
    const copy = published(await copyPackage(catalog, pkg.id, samplePackage(other, { publishedBy: by }))).package;
    await catalog.packages.delete(registry.id, pkg.id, { by });
    const version = { version: '1.0', variant: 'amd64' };
    const common = { name: 'tool', at: NOON };
    expect([await catalog.changes.after(registry.id, 0, 9), await catalog.changes.after(other.id, 0, 9)]).toEqual([
      [
        {
          ...common,
          registryId: registry.id,
          revision: 1,
          kind: 'publish',
          package: { id: pkg.id, ...version },
          details,
          by: pkg.publishedBy,
        },
        {
          ...common,
          registryId: registry.id,
          revision: 2,
          kind: 'delete',
          package: { id: pkg.id, ...version },
          details,
          by,
        },
      ],
      [
        {
          ...common,
          registryId: other.id,
          revision: 1,
          kind: 'copy',
          package: { id: copy.id, ...version },
          details: { ...details, from: { registry: registry.id, package: pkg.id } },
          by,
        },
      ],
    ]);
  });

  it('has no variant if the package has none, and no author if the server made it', async () => {
    const { id } = await storePackage(catalog, registry, { variant: null, publishedBy: null });
    await catalog.packages.delete(registry.id, id);
    await catalog.entries.check('debian', 9, { refusal: () => undefined });
    const changes = await catalog.changes.after(registry.id, 0, 9);
    expect(changes.map(({ kind, name, package: pkg, by: author }) => [kind, name, pkg, author])).toEqual([
      ['publish', 'tool', { id, version: '1.0', variant: null }, null],
      ['delete', 'tool', { id, version: '1.0', variant: null }, null],
      ['check', null, null, null],
    ]);
  });

  it('contains the new standings and tags of a project', async () => {
    const pkg = await storePackage(catalog, registry);
    const place = { registryId: registry.id, projectId: pkg.projectId, compare: () => 0 };
    const standing = { packageId: pkg.id, standing: 'unlisted', notice: 'Broken.' } as const;
    await catalog.projects.change(place, { standings: [standing] }, by);
    await catalog.projects.change(place, { standings: [standing] }, by);
    await catalog.projects.change(place, { tags: [{ tag: 'stable', packageId: pkg.id }] }, by);
    const [, first, second, ...more] = await catalog.changes.after(registry.id, 0, 9);
    const common = { kind: 'change', name: 'tool', by };
    const details = { standings: [{ package: pkg.id, standing: 'unlisted', notice: 'Broken.' }], tags: [] };
    expect([first, second, more]).toMatchObject([
      { ...common, package: { id: pkg.id, version: '1.0', variant: 'amd64' }, details },
      { ...common, package: null, details: { standings: [], tags: [{ tag: 'stable', package: pkg.id }] } },
      [],
    ]);
  });

  it('is not stored if nothing was changed', async () => {
    await storePackage(catalog, registry);
    await insertPackage(catalog, samplePackage(registry), [sampleFile()]);
    await catalog.packages.delete(registry.id, 'unknown');
    await copyPackage(catalog, 'unknown', samplePackage(registry));
    expect([(await catalog.changes.after(registry.id, 0, 9)).length, await revisionOf(catalog, registry)]).toEqual([
      1, 1,
    ]);
  });
});

it('changes are read in order after a revision', async () => {
  await storePackages(catalog, registry, 4);
  const pages = [await catalog.changes.after(registry.id, 1, 2), await catalog.changes.after(registry.id, 4, 2)];
  expect(pages.map((page) => page.map(({ revision }) => revision))).toEqual([[2, 3], []]);
});

it('old changes are deleted in batches, oldest first', async () => {
  for (let n = 0; n < 5; n += 1) {
    setTime(new Date(NOON.getTime() + n * 1000));
    await storePackage(catalog, registry, { version: `${n}` });
  }
  const before = new Date(NOON.getTime() + 3000);
  const counts: number[] = [];
  for (let round = 0; round < 3; round += 1) counts.push(await catalog.changes.deleteOld(before, 2));
  const left = await catalog.changes.after(registry.id, 0, 9);
  expect([counts, left.map(({ revision }) => revision)]).toEqual([
    [2, 1, 0],
    [4, 5],
  ]);
});

it('changes go with their registry', async () => {
  await storePackages(catalog, registry, 3);
  await deleteRegistry(catalog, registry);
  expect(await catalog.changes.after(registry.id, 0, 9)).toEqual([]);
});
