/** What pages of packages must be. Five packages stand in the list, versions 5.0 to 1.0. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { Package, Registry } from '../../../src/model/records.ts';
import { storePackage, storePackages, storeRegistry, versions } from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();
let catalog: Catalog;
let registry: Registry;
let oldestFirst: Package[];
const idOf = (version: string): string => oldestFirst.find((pkg) => pkg.version === version)?.id ?? 'unknown';
const page = async (query: { after?: string; before?: string; nameKey?: string; limit?: number }) => {
  const reply = await catalog.packages.page(registry.id, { limit: 2, ...query });
  return { versions: versions(reply), hasNewer: reply.hasNewer, hasOlder: reply.hasOlder };
};

beforeEach(async () => {
  catalog = await database.open();
  registry = await storeRegistry(catalog);
  oldestFirst = await storePackages(catalog, registry, 5);
});

describe('a page of packages', () => {
  it('begins with the newest', async () => {
    expect(await page({})).toEqual({ versions: ['5.0', '4.0'], hasNewer: false, hasOlder: true });
  });

  it('goes on after a package', async () => {
    expect(await page({ after: idOf('4.0') })).toEqual({ versions: ['3.0', '2.0'], hasNewer: true, hasOlder: true });
  });

  it('ends with the oldest', async () => {
    expect(await page({ after: idOf('2.0') })).toEqual({ versions: ['1.0'], hasNewer: true, hasOlder: false });
  });

  it('detects that a full page is the last one', async () => {
    expect(await page({ after: idOf('3.0') })).toEqual({ versions: ['2.0', '1.0'], hasNewer: true, hasOlder: false });
  });

  it('holds the whole list when the limit is its length', async () => {
    const all = { versions: ['5.0', '4.0', '3.0', '2.0', '1.0'], hasNewer: false, hasOlder: false };
    expect(await page({ limit: 5 })).toEqual(all);
  });

  it('is empty after the oldest', async () => {
    expect(await page({ after: idOf('1.0') })).toEqual({ versions: [], hasNewer: true, hasOlder: false });
  });

  it('goes back before a package, newest first nevertheless', async () => {
    expect(await page({ before: idOf('2.0') })).toEqual({ versions: ['4.0', '3.0'], hasNewer: true, hasOlder: true });
  });

  it('detects that a page going back is the first one', async () => {
    expect(await page({ before: idOf('3.0') })).toEqual({
      versions: ['5.0', '4.0'],
      hasNewer: false,
      hasOlder: true,
    });
  });

  it('is empty before the newest', async () => {
    expect(await page({ before: idOf('5.0') })).toEqual({ versions: [], hasNewer: false, hasOlder: true });
  });

  it('goes on from where a deleted package stood', async () => {
    await catalog.packages.delete(registry.id, idOf('4.0'));
    expect(await page({ after: idOf('4.0') })).toEqual({ versions: ['3.0', '2.0'], hasNewer: true, hasOlder: true });
  });

  it('has nothing newer after a deleted package that was the newest', async () => {
    await catalog.packages.delete(registry.id, idOf('5.0'));
    expect(await page({ after: idOf('5.0') })).toMatchObject({ versions: ['4.0', '3.0'], hasNewer: false });
  });

  it('has only packages with the requested name', async () => {
    await storePackages(catalog, registry, 1, 'other');
    expect(await page({ nameKey: 'other' })).toEqual({ versions: ['1.0'], hasNewer: false, hasOlder: false });
  });

  it('filters by the normal form of a name', async () => {
    await storePackage(catalog, registry, { name: 'My_Tool', nameKey: 'my-tool' });
    const pages = await Promise.all([page({ nameKey: 'my-tool' }), page({ nameKey: 'My_Tool' })]);
    expect(pages.map((each) => each.versions)).toEqual([['1.0'], []]);
  });

  it('counts only packages of the name among the newer ones', async () => {
    await storePackages(catalog, registry, 1, 'other');
    await catalog.packages.delete(registry.id, idOf('5.0'));
    expect(await page({ nameKey: 'tool', after: idOf('5.0') })).toMatchObject({ hasNewer: false });
  });

  it('holds only packages of its registry', async () => {
    const other = await storeRegistry(catalog, 'other');
    await storePackages(catalog, other, 1);
    expect(versions(await catalog.packages.page(other.id, { limit: 9 }))).toEqual(['1.0']);
  });

  it('meets every package once on the way through the list, both ways', async () => {
    const down: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const { items, hasOlder } = await catalog.packages.page(registry.id, { limit: 2, after });
      down.push(...items.map((item) => item.version));
      after = items.at(-1)?.id;
      more = hasOlder;
    }
    const up: string[] = [];
    for (let before: string | undefined = idOf('1.0'), more = true; more;) {
      const { items, hasNewer } = await catalog.packages.page(registry.id, { limit: 2, before });
      up.unshift(...items.map((item) => item.version));
      before = items.at(0)?.id;
      more = hasNewer;
    }
    expect([down, up]).toEqual([
      ['5.0', '4.0', '3.0', '2.0', '1.0'],
      ['5.0', '4.0', '3.0', '2.0'],
    ]);
  });
});

it('goes on from where a package was that is deleted', async () => {
  await catalog.packages.delete(registry.id, idOf('3.0'));
  const [after, before] = await Promise.all([
    catalog.packages.page(registry.id, { limit: 9, after: idOf('3.0') }),
    catalog.packages.page(registry.id, { limit: 9, before: idOf('3.0') }),
  ]);
  expect([versions(after), versions(before)]).toEqual([
    ['2.0', '1.0'],
    ['5.0', '4.0'],
  ]);
});
