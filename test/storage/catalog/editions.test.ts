/** What the editions of readers must do. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { Reread } from '../../../src/storage/editions.ts';
import type { NewFile, Package, Registry } from '../../../src/model/records.ts';
import {
  NOON,
  copyPackage,
  deleteRegistry,
  entriesOf,
  published,
  revisionOf,
  sampleAttached,
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
let file: NewFile;
let pkg: Package;

beforeEach(async () => {
  catalog = await database.open();
  registry = await storeRegistry(catalog);
  file = sampleFile('bytes');
  pkg = await storePackage(catalog, registry, {}, [file]);
});

function sampleReread(changes: Partial<Reread> = {}): Reread {
  return {
    packageId: pkg.id,
    registryId: registry.id,
    edition: 2,
    read: [file.blob.digests.sha256],
    createdAt: NOON,
    metadata: pkg.metadata,
    derived: [],
    entries: [{ part: 'amd64', text: 'Entry of tool 1.0' }],
    ...changes,
  };
}

function derivedFile(text: string, name = 'METADATA'): NewFile {
  return { ...sampleFile(text, name), role: 'derived' };
}

async function idsOfEarlier(edition = 2): Promise<string[]> {
  const ids: string[] = [];
  for await (const { package: earlier } of catalog.editions.earlier('debian', edition)) ids.push(earlier.id);
  return ids;
}

describe('the packages of an earlier edition', () => {
  it('are yielded once each, oldest first, also if they are not read', async () => {
    const more = await storePackages(catalog, registry, 45, 'other');
    const ids = [pkg, ...more].map(({ id }) => id);
    expect([await idsOfEarlier(), await idsOfEarlier(1), await catalog.editions.countEarlier('debian', 2)]).toEqual([
      ids,
      [],
      46,
    ]);
  });

  it('are yielded once each while they are read', async () => {
    await storePackages(catalog, registry, 45, 'other');
    let count = 0;
    for await (const { package: earlier } of catalog.editions.earlier('debian', 2)) {
      await catalog.editions.reject(earlier.id, 2, 'Too old.');
      count += 1;
    }
    expect([count, await idsOfEarlier(), await catalog.editions.countEarlier('debian', 2)]).toEqual([46, [], 0]);
  });

  it('are those of one ecosystem, in registries that are not deleted', async () => {
    const counts = [await catalog.editions.countEarlier('python', 9)];
    await catalog.registries.delete(registry.id);
    counts.push(await catalog.editions.countEarlier('debian', 9));
    expect([counts, await idsOfEarlier()]).toEqual([[0, 0], []]);
  });

  it('include copies of them', async () => {
    const other = await storeRegistry(catalog, 'others');
    const { id } = published(await copyPackage(catalog, pkg.id, samplePackage(other, { edition: 7 }))).package;
    expect(await idsOfEarlier()).toEqual([pkg.id, id]);
  });
});

describe('a later reading', () => {
  it('stores only the edition if nothing differs', async () => {
    expect(await catalog.editions.replace(sampleReread())).toEqual({ outcome: 'equal', adopted: new Set() });
    expect([await idsOfEarlier(), await revisionOf(catalog, registry)]).toEqual([[], 1]);
  });

  it('replaces metadata, and adds a revision', async () => {
    expect(await catalog.editions.replace(sampleReread({ metadata: { summary: 'New' } }))).toEqual({
      outcome: 'stored',
      adopted: new Set(),
    });
    expect([(await catalog.packages.find(registry.id, pkg.id))?.metadata, await revisionOf(catalog, registry)]).toEqual(
      [{ summary: 'New' }, 2],
    );
  });

  it('replaces derived files, and unreferences the blobs of earlier ones', async () => {
    const [first, second] = [derivedFile('first'), derivedFile('second')];
    await catalog.editions.replace(sampleReread({ derived: [first] }));
    const outcome = await catalog.editions.replace(sampleReread({ edition: 3, derived: [second] }));
    expect([
      outcome,
      (await catalog.packages.derivedFile(pkg.id, 'METADATA'))?.blob,
      await catalog.blobs.unreferenced(9),
    ]).toEqual([{ outcome: 'stored', adopted: new Set([second.blob.location]) }, second.blob, [first.blob.location]]);
  });

  it('replaces entries that differ, and leaves others', async () => {
    const entries = [
      { part: 'arm64', text: 'For arm64' },
      { part: 'riscv64', text: 'For riscv64' },
    ];
    await catalog.editions.replace(sampleReread({ entries: [...sampleReread().entries, ...entries] }));
    const before = [
      (await catalog.documents.part(registry.id, 'amd64'))?.revision,
      await entriesOf(catalog, registry, 'arm64'),
    ];
    await catalog.editions.replace(sampleReread({ edition: 3, entries: entries.slice(0, 1) }));
    expect([
      before,
      await entriesOf(catalog, registry, 'arm64'),
      await entriesOf(catalog, registry, 'amd64'),
      (await catalog.documents.part(registry.id, 'arm64'))?.revision,
      await entriesOf(catalog, registry, 'riscv64'),
    ]).toEqual([[1, ['For arm64']], ['For arm64'], [], 2, []]);
  });

  it('is rejected if the package has other files meanwhile', async () => {
    const other = await storePackage(catalog, registry, { name: 'other' }, [file, sampleAttached('more', 'more.txt')]);
    expect(await catalog.editions.replace(sampleReread({ packageId: other.id }))).toEqual({ outcome: 'other-files' });
    expect(await idsOfEarlier()).toContain(other.id);
  });

  it('is rejected if the package or its registry is deleted', async () => {
    await catalog.packages.delete(registry.id, pkg.id);
    const outcomes = [await catalog.editions.replace(sampleReread({ derived: [derivedFile('x')] }))];
    await catalog.registries.delete(registry.id);
    outcomes.push(await catalog.editions.replace(sampleReread()));
    expect(outcomes).toEqual([{ outcome: 'gone' }, { outcome: 'gone' }]);
    await deleteRegistry(catalog, registry);
  });
});
