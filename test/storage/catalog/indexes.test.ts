/** What indexes must do. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { Index, NewIndexFile, Registry } from '../../../src/model/records.ts';
import { rounds } from '../../fixtures/rounds.ts';
import {
  NOON,
  deleteRegistry,
  entriesOf,
  insertPackage,
  sampleBlob,
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

const indexOf = (revision: number): Index => ({
  registryId: registry.id,
  revision,
  lastModified: new Date(NOON.getTime() + revision * 1000),
  date: NOON,
});
const partFile = (text: string): NewIndexFile => ({ path: 'amd64/Packages', part: 'amd64', blob: sampleBlob(text) });
const wholeFile = (text: string): NewIndexFile => ({ path: 'InRelease', part: null, blob: sampleBlob(text) });
const keep = { replacedAfter: new Date(0), most: 2 };
/** Stores an index on top of the latest one, keeping two. */
const store = async (revision: number, files: readonly NewIndexFile[]) => {
  const previous = await catalog.indexes.latest(registry.id);
  return await catalog.indexes.insert(indexOf(revision), files, { previous, keep });
};

describe('the basis of an index', () => {
  it('is nothing for a registry that has gone', async () => {
    expect(await catalog.indexes.basis('unknown')).toBeUndefined();
  });

  it('is empty for an empty registry', async () => {
    const empty = { revision: 0, parts: [], latest: undefined, files: [] };
    expect(await catalog.indexes.basis(registry.id)).toEqual(empty);
  });

  it('returns the parts that changed since the latest index', async () => {
    await storePackage(catalog, registry, { version: '1.0' });
    await store(1, [partFile('1')]);
    await insertPackage(catalog, samplePackage(registry, { name: 'b', variant: 'arm64' }), [sampleFile('b', 'b')], {
      part: 'arm64',
      text: 'b',
    });
    expect((await catalog.indexes.basis(registry.id))?.parts).toEqual([
      { part: 'amd64', changed: false, empty: false },
      { part: 'arm64', changed: true, empty: false },
    ]);
  });

  it('keeps a part whose last package was deleted, as changed, until there is an index without it', async () => {
    const pkg = await storePackage(catalog, registry);
    await store(1, [partFile('1')]);
    await catalog.packages.delete(registry.id, pkg.id);
    const gone = { part: 'amd64', changed: true, empty: true };
    expect((await catalog.indexes.basis(registry.id))?.parts).toEqual([gone]);
    await store(2, [wholeFile('2')]);
    expect((await catalog.indexes.basis(registry.id))?.parts).toEqual([]);
  });

  it('has the files of the latest index that belong to a part', async () => {
    await store(1, [partFile('old'), wholeFile('old')]);
    const file = partFile('new');
    await store(2, [file, wholeFile('new')]);
    const basis = await catalog.indexes.basis(registry.id);
    expect([basis?.latest, basis?.files]).toEqual([indexOf(2), [file]]);
  });
});

describe('the entries of a part', () => {
  it('come by name, then oldest first', async () => {
    await storePackage(catalog, registry, { name: 'zsh', version: '1' });
    await storePackage(catalog, registry, { name: 'bash', version: '2' });
    await storePackage(catalog, registry, { name: 'bash', version: '1' });
    expect(await entriesOf(catalog, registry)).toEqual(['Entry of bash 2', 'Entry of bash 1', 'Entry of zsh 1']);
  });

  it('are ordered by the key of the name, regardless of the name', async () => {
    await storePackage(catalog, registry, { name: 'a', nameKey: 'z' });
    await storePackage(catalog, registry, { name: 'b', nameKey: 'y' });
    expect(await entriesOf(catalog, registry)).toEqual(['Entry of b 1.0', 'Entry of a 1.0']);
  });

  it("are ordered by their bytes, regardless of the machine's locale", async () => {
    const names = ['A', 'Z', 'a-', 'a.b', 'ab', 'z', 'ä', '�', '𝒜'];
    for (const name of names.toReversed()) await storePackage(catalog, registry, { name });
    expect(await entriesOf(catalog, registry)).toEqual(names.map((name) => `Entry of ${name} 1.0`));
  });

  it('are those of the part and the registry alone', async () => {
    const other = await storeRegistry(catalog, 'other');
    await storePackage(catalog, other);
    expect([await entriesOf(catalog, registry), await entriesOf(catalog, other, 'arm64')]).toEqual([[], []]);
  });

  it('are all met once when they take several reads', async () => {
    const count = Math.max(503, rounds(1203));
    const versions = Array.from({ length: count }, (_, n) => `${n}`);
    for (const version of versions) await storePackage(catalog, registry, { name: `n${Number(version) % 7}`, version });
    const entries = await entriesOf(catalog, registry);
    expect([entries.length, new Set(entries).size]).toEqual([count, count]);
  });
});

describe('the parts of a registry', () => {
  const publishTo = async (part: string, version: string) => {
    const pkg = samplePackage(registry, { version });
    await insertPackage(catalog, pkg, [sampleFile()], { part, text: version });
    return pkg;
  };

  it('are those that have entries, each once and in order', async () => {
    for (const [n, part] of ['riscv', 'amd64', 'arm64', 'amd64', 'Zed'].entries()) await publishTo(part, `${n}`);
    expect(await catalog.indexes.parts(registry.id)).toEqual(['Zed', 'amd64', 'arm64', 'riscv']);
  });

  it('lose one with its last entry, and not before', async () => {
    const pkgs = [await publishTo('amd64', '1'), await publishTo('arm64', '2'), await publishTo('arm64', '3')];
    for (const pkg of pkgs.slice(0, 2)) await catalog.packages.delete(registry.id, pkg.id);
    expect(await catalog.indexes.parts(registry.id)).toEqual(['arm64']);
  });

  it('do not include those of another registry', async () => {
    await publishTo('amd64', '1');
    const other = await storeRegistry(catalog, 'other');
    expect(await catalog.indexes.parts(other.id)).toEqual([]);
  });
});

describe('a stored index', () => {
  it('is the latest one', async () => {
    await store(1, [wholeFile('1')]);
    await store(3, [wholeFile('3')]);
    expect(await catalog.indexes.latest(registry.id)).toEqual(indexOf(3));
  });

  it('takes over the offered blobs', async () => {
    const file = wholeFile('1');
    expect(await store(1, [file])).toEqual({ stored: true, adopted: new Set([file.blob.location]) });
  });

  it('returns its files by their path', async () => {
    const file = partFile('2');
    await store(1, [partFile('1')]);
    await store(2, [file]);
    expect(await catalog.indexes.file(registry.id, 'amd64/Packages')).toEqual({
      path: 'amd64/Packages',
      blob: file.blob,
      lastModified: indexOf(2).lastModified,
    });
  });

  it('does not return files that only an earlier index has', async () => {
    await store(1, [partFile('1')]);
    await store(2, [wholeFile('2')]);
    expect(await catalog.indexes.file(registry.id, 'amd64/Packages')).toBeUndefined();
  });

  it('returns files of an earlier index by their digest', async () => {
    const earlier = partFile('1');
    await store(1, [earlier]);
    await store(2, [partFile('2')]);
    const found = await catalog.indexes.fileBySha256(registry.id, 'amd64', earlier.blob.digests.sha256);
    expect(found).toEqual({ path: 'amd64/Packages', blob: earlier.blob, lastModified: indexOf(1).lastModified });
  });

  it('returns files by their digest in their own folder only', async () => {
    const file = wholeFile('1');
    await store(1, [file]);
    const { sha256 } = file.blob.digests;
    expect([
      await catalog.indexes.fileBySha256(registry.id, 'amd64', sha256),
      (await catalog.indexes.fileBySha256(registry.id, '', sha256))?.path,
    ]).toEqual([undefined, 'InRelease']);
  });

  it('goes when enough later ones are there, and unreferences its blobs', async () => {
    const file = partFile('1');
    await store(1, [file]);
    await store(2, [partFile('2')]);
    await store(3, [partFile('3')]);
    expect([
      await catalog.indexes.fileBySha256(registry.id, 'amd64', file.blob.digests.sha256),
      await catalog.blobs.abandon([file.blob.location]),
    ]).toEqual([undefined, [file.blob.location]]);
  });

  it('goes when it was replaced long enough ago, and not before', async () => {
    const files = [1, 2, 3].map((revision) => partFile(`${revision}`));
    for (const [at, file] of files.entries()) await store(at + 1, [file]);
    const previous = await catalog.indexes.latest(registry.id);
    // The second one was replaced by the third, which was made at this very time.
    await catalog.indexes.insert(indexOf(4), [partFile('4')], {
      previous,
      keep: { replacedAfter: indexOf(3).lastModified, most: 9 },
    });
    const found = files.map(({ blob }) => catalog.indexes.fileBySha256(registry.id, 'amd64', blob.digests.sha256));
    expect((await Promise.all(found)).map((file) => file !== undefined)).toEqual([false, true, true]);
  });

  it('leaves blobs that a later index uses too', async () => {
    const file = partFile('same');
    await store(1, [file]);
    await store(2, [file]);
    await store(3, [file]);
    expect([await catalog.blobs.unreferenced(9), await catalog.blobs.abandon([file.blob.location])]).toEqual([
      [file.blob.location],
      [],
    ]);
  });

  it('goes with its registry, and unreferences its blobs', async () => {
    const file = wholeFile('1');
    await store(1, [file]);
    await deleteRegistry(catalog, registry);
    expect([await catalog.indexes.latest(registry.id), await catalog.blobs.unreferenced(9)]).toEqual([
      undefined,
      [file.blob.location],
    ]);
  });
});

describe('an index that comes too late', () => {
  const TOO_LATE = { stored: false, adopted: new Set() };

  it('is not stored when there is one for the revision', async () => {
    await store(2, [wholeFile('first')]);
    const reply = await store(2, [wholeFile('second')]);
    expect(reply).toEqual(TOO_LATE);
  });

  it('is not stored when there is one for a later revision', async () => {
    await store(3, [wholeFile('first')]);
    expect(await store(2, [wholeFile('second')])).toEqual(TOO_LATE);
  });

  it('is not stored when what it was built on is no longer the latest', async () => {
    await store(1, [wholeFile('1')]);
    const previous = await catalog.indexes.latest(registry.id);
    await store(2, [wholeFile('2')]);
    expect(await catalog.indexes.insert(indexOf(3), [wholeFile('3')], { previous, keep })).toEqual(TOO_LATE);
  });

  it('is not stored when its registry has gone', async () => {
    await catalog.registries.delete(registry.id);
    expect(await store(1, [wholeFile('1')])).toEqual(TOO_LATE);
  });

  it('is stored by one of several servers', async () => {
    const catalogs = [catalog, await database.open()];
    const replies = await Promise.all(
      catalogs.map((each) => each.indexes.insert(indexOf(1), [wholeFile('1')], { previous: undefined, keep })),
    );
    expect(replies.map(({ stored }) => stored).toSorted()).toEqual([false, true]);
  });
});
