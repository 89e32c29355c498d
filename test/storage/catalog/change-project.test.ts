/** Changes of the standing and the tags of a project's packages. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { ProjectChanges } from '../../../src/storage/projects.ts';
import type { DefaultTag } from '../../../src/storage/releases.ts';
import type { Package, Registry } from '../../../src/model/records.ts';
import {
  published,
  revisionOf,
  sampleFile,
  samplePackage,
  sampleRelease,
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

const by = { id: null, description: 'A test', issuer: null };

function change(
  { projectId }: Package,
  changes: ProjectChanges,
  options: { readonly expectedRevision?: number; readonly defaultTag?: DefaultTag } = {},
) {
  return catalog.projects.change({ registryId: registry.id, projectId, compare: () => 0, ...options }, changes, by);
}

async function read({ id }: Package): Promise<Package | undefined> {
  return await catalog.packages.find(registry.id, id);
}

const restore = ({ id: packageId }: Package): ProjectChanges => ({
  standings: [{ packageId, standing: 'restored', notice: null }],
});

const withdraw = ({ id: packageId }: Package): ProjectChanges => ({
  standings: [{ packageId, standing: 'withdrawn', notice: null }],
});

describe('a change of a project', () => {
  it('makes all changes in one revision, which the project has, too', async () => {
    const [first, second] = await twoPackages();
    const { outcome } = await change(first, {
      standings: [
        { packageId: first.id, standing: 'unlisted', notice: 'Old' },
        { packageId: second.id, standing: 'withdrawn', notice: null },
      ],
      tags: [{ tag: 'stable', packageId: first.id }],
    });
    expect([outcome, (await read(first))?.tags, (await read(second))?.standing]).toEqual([
      'changed',
      ['stable'],
      'withdrawn',
    ]);
    expect((await catalog.projects.find(registry.id, 'tool'))?.revision).toBe(3);
    expect(await revisionOf(catalog, registry)).toBe(3);
  });

  it('makes no change if one of them fails', async () => {
    const [first, second] = await twoPackages();
    const other = await storePackage(catalog, registry, { name: 'other' });
    const unlist = { packageId: first.id, standing: 'unlisted', notice: null } as const;
    const outcomes = [];
    for (const changes of [
      { standings: [unlist, { ...unlist, packageId: other.id }] },
      { standings: [unlist], tags: [{ tag: 'stable', packageId: other.id }] },
      {
        standings: [unlist, { packageId: second.id, standing: 'withdrawn', notice: null }],
        tags: [{ tag: 'stable', packageId: second.id }],
      },
    ] as const)
      outcomes.push((await change(first, changes)).outcome);
    expect(outcomes).toEqual(['gone', 'gone', 'withdrawn']);
    expect([await read(first), await read(second)]).toEqual([first, second]);
    expect(await revisionOf(catalog, registry)).toBe(3);
  });

  it('makes no change if the project has another revision than expected', async () => {
    const [first] = await twoPackages();
    const revisions = [1, 2, 2];
    const outcomes = [];
    for (const expectedRevision of revisions)
      outcomes.push((await change(first, withdraw(first), { expectedRevision })).outcome);
    expect(outcomes).toEqual(['other-revision', 'changed', 'other-revision']);
  });

  it('adds no revision if nothing changes', async () => {
    const [first] = await twoPackages();
    await change(first, withdraw(first));
    const { outcome } = await change(first, withdraw(first));
    expect([outcome, await revisionOf(catalog, registry)]).toEqual(['unchanged', 3]);
  });

  it('rejects the withdrawal of the last variant of a version that a package needs', async () => {
    const first = await storePackage(catalog, registry, { version: '1.0' });
    const variant = await storePackage(catalog, registry, { version: '1.0', variant: 'arm64' });
    await storeNeeding('2.0', ['1.0']);
    const outcomes = [await change(first, withdraw(first)), await change(variant, withdraw(variant))];
    expect(outcomes).toMatchObject([{ outcome: 'changed' }, { outcome: 'needed', by: ['2.0'] }]);
    expect(await read(variant)).toEqual(variant);
  });

  it('withdraws a package that withdrawn ones need, and restores those after it only', async () => {
    const first = await storePackage(catalog, registry, { version: '1.0' });
    const needing = await storeNeeding('2.0', ['1.0']);
    const other = await storeNeeding('3.0', ['1.0']);
    const outcomes: unknown[] = [];
    for (const [pkg, changes] of [
      [needing, withdraw(needing)],
      [first, withdraw(first)],
      [other, withdraw(other)],
      [first, withdraw(first)],
      [needing, restore(needing)],
      [first, restore(first)],
      [needing, restore(needing)],
      [first, withdraw(first)],
    ] as const) {
      const result = await change(pkg, changes);
      outcomes.push('by' in result ? result.by : 'needs' in result ? { needs: result.needs } : result.outcome);
    }
    expect(outcomes).toEqual([
      'changed',
      ['3.0'],
      'changed',
      'changed',
      { needs: ['1.0'] },
      'changed',
      'changed',
      ['2.0'],
    ]);
  });

  it('withdraws and restores packages that need each other together, in any order', async () => {
    const first = await storePackage(catalog, registry, { version: '1.0' });
    const needing = await storeNeeding('2.0', ['1.0']);
    const outcomes: string[] = [];
    for (const ids of [
      [first.id, needing.id],
      [needing.id, first.id],
    ]) {
      for (const standing of ['withdrawn', 'restored'] as const) {
        const standings = ids.map((packageId) => ({ packageId, standing, notice: null }));
        outcomes.push((await change(first, { standings })).outcome);
      }
    }
    expect(outcomes).toEqual(['changed', 'changed', 'changed', 'changed']);
  });

  it('rejects the deletion of a package that a withdrawn one needs', async () => {
    const first = await storePackage(catalog, registry, { version: '1.0' });
    const needing = await storeNeeding('2.0', ['1.0']);
    await change(needing, withdraw(needing));
    const options = { by };
    expect(await catalog.packages.delete(registry.id, first.id, options)).toEqual({ outcome: 'needed', by: ['2.0'] });
  });
});

async function storeNeeding(version: string, needs: readonly string[]): Promise<Package> {
  const pkg = samplePackage(registry, { version, versionKey: version });
  published(await catalog.packages.publish(sampleRelease(pkg, [sampleFile()], { needs })));
  const found = await catalog.packages.find(registry.id, pkg.id);
  if (found === undefined) throw new Error(`${version} is not stored.`);
  return found;
}

it('documents do not get the tags of withdrawn packages', async () => {
  const [first, second] = await twoPackages();
  await change(first, {
    tags: [
      { tag: 'old', packageId: first.id },
      { tag: 'stable', packageId: second.id },
    ],
  });
  const tags: unknown[] = [];
  for (const standing of ['withdrawn', 'restored'] as const) {
    await change(second, { standings: [{ packageId: second.id, standing, notice: null }] });
    tags.push([...((await catalog.documents.project(registry.id, 'tool'))?.tags ?? [])]);
  }
  expect(tags).toEqual([
    [['old', '1.0']],
    [
      ['old', '1.0'],
      ['stable', '2.0'],
    ],
  ]);
});

describe('the default tag', () => {
  const defaultTag = { tag: 'latest', compare: (a: string, b: string) => Number(a) - Number(b) };
  const target = async ({ projectId }: Package): Promise<string | undefined> =>
    (await catalog.projects.tag(projectId, 'latest'))?.version;

  it('moves from a withdrawn package to the highest offered version, and is set again after the last one', async () => {
    const [first, second] = await twoPackages();
    await change(second, { tags: [{ tag: 'latest', packageId: second.id }] });
    const targets: (string | undefined)[] = [];
    for (const pkg of [second, first]) {
      await change(pkg, withdraw(pkg), { defaultTag });
      targets.push(await target(pkg));
    }
    const restore = { packageId: second.id, standing: 'restored', notice: null } as const;
    await change(second, { standings: [restore] }, { defaultTag });
    expect([...targets, await target(second)]).toEqual(['1.0', undefined, '2.0']);
    const changes = await catalog.changes.after(registry.id, 3, 9);
    expect(changes.map(({ package: pkg, details }) => [pkg?.id, details?.['tags']])).toEqual([
      [second.id, [{ tag: 'latest', package: first.id }]],
      [first.id, [{ tag: 'latest', package: null }]],
      [second.id, [{ tag: 'latest', package: second.id }]],
    ]);
  });

  it('remains at another package', async () => {
    const [first, second] = await twoPackages();
    await change(first, { tags: [{ tag: 'latest', packageId: first.id }] });
    await change(second, withdraw(second), { defaultTag });
    expect(await target(first)).toBe('1.0');
  });
});

async function twoPackages(): Promise<readonly [Package, Package]> {
  const [first, second] = await storePackages(catalog, registry, 2);
  if (first === undefined || second === undefined) throw new Error('Two packages must be stored.');
  return [first, second];
}
