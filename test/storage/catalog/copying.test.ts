/** What copying packages must do. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { Registry } from '../../../src/model/records.ts';
import {
  copyPackage,
  entriesOf,
  published,
  revisionOf,
  sampleAttached,
  sampleFile,
  samplePackage,
  storePackage,
  storeRegistry,
  storedPackage,
} from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();
let catalog: Catalog;
let from: Registry;
let to: Registry;

beforeEach(async () => {
  catalog = await database.open();
  from = await storeRegistry(catalog, 'from');
  to = await storeRegistry(catalog, 'to');
});

describe('copying', () => {
  it('adds a package with the same files', async () => {
    const files = [sampleFile('1', 'a'), sampleAttached('2', 'b')];
    const source = await storePackage(catalog, from, {}, files);
    const copy = published(await copyPackage(catalog, source.id, samplePackage(to))).package;
    const stored = await catalog.packages.files(copy.id);
    expect(stored.map(({ name, role, mediaType, blob }) => ({ name, role, mediaType, blob }))).toEqual(files);
  });

  it('returns the copy with the digests of the source', async () => {
    const file = sampleFile();
    const source = await storePackage(catalog, from, {}, [file]);
    const pkg = samplePackage(to);
    const outcome = published(await copyPackage(catalog, source.id, pkg));
    expect(outcome.package).toEqual(storedPackage(pkg, file.blob));
  });

  it('takes the index entry along', async () => {
    const source = await storePackage(catalog, from);
    await copyPackage(catalog, source.id, samplePackage(to));
    expect(await entriesOf(catalog, to)).toEqual(['Entry of tool 1.0']);
  });

  it('adds a revision where it goes to, and marks the part', async () => {
    const source = await storePackage(catalog, from);
    await copyPackage(catalog, source.id, samplePackage(to));
    expect([
      await revisionOf(catalog, from),
      await catalog.documents.revision(to.id),
      await catalog.documents.part(to.id, 'amd64'),
    ]).toEqual([1, 1, { part: 'amd64', revision: 1, rendering: undefined, isListed: true }]);
  });

  it('returns the existing package', async () => {
    const source = await storePackage(catalog, from);
    const there = await storePackage(catalog, to);
    const pkg = samplePackage(to);
    const outcome = await copyPackage(catalog, source.id, pkg);
    expect([outcome, await revisionOf(catalog, to)]).toEqual([{ outcome: 'exists', package: there, of: pkg }, 1]);
  });

  it('reports a deleted source', async () => {
    const source = await storePackage(catalog, from);
    await catalog.packages.delete(from.id, source.id);
    const outcome = await copyPackage(catalog, source.id, samplePackage(to));
    expect([outcome, await revisionOf(catalog, to)]).toEqual([{ outcome: 'gone' }, 0]);
  });

  it('reports a deleted destination', async () => {
    const source = await storePackage(catalog, from);
    await catalog.registries.delete(to.id);
    expect(await copyPackage(catalog, source.id, samplePackage(to))).toEqual({ outcome: 'gone' });
  });

  it('keeps its blobs when the source is deleted', async () => {
    const file = sampleFile();
    const source = await storePackage(catalog, from, {}, [file]);
    await copyPackage(catalog, source.id, samplePackage(to));
    await catalog.packages.delete(from.id, source.id);
    expect(await catalog.blobs.abandon([file.blob.location])).toEqual([]);
  });
});
