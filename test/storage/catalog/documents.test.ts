/** How documents are stored, and the parts and entries that they are rendered from. */
import { beforeEach, describe, expect, it } from 'vitest';
import { mapAll } from '../../../src/api/map-all.ts';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { NewRendering, PartRendering } from '../../../src/storage/documents.ts';
import type { Registry } from '../../../src/model/records.ts';
import { rounds } from '../../fixtures/rounds.ts';
import { documentOfPiece, inlineDocument, samplePartRendering, sampleRendering } from './sample-renderings.ts';
import {
  NOON,
  insertPackage,
  deleteRegistry,
  entriesOf,
  sampleFile,
  samplePackage,
  storePackage,
  storeRegistry,
} from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();
let catalog: Catalog;
let registry: Registry;
let previous: PartRendering | undefined;

beforeEach(async () => {
  catalog = await database.open();
  registry = await storeRegistry(catalog);
  previous = undefined;
});

/** Stores a rendering of the overview on top of the latest one. */
async function store(rendered: number, changes: Partial<NewRendering>) {
  const rendering = samplePartRendering(rendered);
  const parts = [{ ...rendering, part: '', isEmpty: false }];
  const stored = await catalog.documents.store(sampleRendering(registry, { previous, parts, ...changes }));
  previous = rendering;
  return stored;
}

const storeInline = (text: string, from: number) => store(from, { documents: [inlineDocument(text, from)] });

/** Stores a document of one piece, which replaces that of the version before. */
async function storePiece(text: string, from: number, before?: string) {
  const { document, blob, set } = documentOfPiece(text, from);
  const lost = before === undefined ? [] : [documentOfPiece(before, from).blob.digests.sha256];
  return await store(from, { documents: [document], blobs: [blob], sets: [{ ...set, lost }] });
}

const current = (name: string, reads: readonly string[] = [], scope = '') =>
  catalog.documents.current({ registryId: registry.id, name, scope, reads });

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

  it('come in ranges, from a key and before another one', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await storePackage(catalog, registry, { name });
    const keys = await mapAll(catalog.documents.entries(registry.id, 'amd64'), (entry) => entry);
    const range = { from: keys[1], before: keys[3] };
    const entries = catalog.documents.entries(registry.id, 'amd64', range);
    expect(await mapAll(entries, ({ text }) => text)).toEqual(['Entry of b 1.0', 'Entry of c 1.0']);
  });

  it('have changes after a revision: new ones by name and id, removed ones by name', async () => {
    const [a, b] = [
      await storePackage(catalog, registry, { name: 'a' }),
      await storePackage(catalog, registry, { name: 'b' }),
    ];
    const changes = (after: number, limit = 9) => catalog.documents.changes(registry.id, 'amd64', after, limit);
    expect(await changes(1)).toEqual([{ nameKey: 'b', packageId: b.id }]);
    await catalog.packages.delete(registry.id, a.id);
    expect([await changes(2), await changes(1), await changes(3), await changes(0, 1)]).toEqual([
      [{ nameKey: 'a', packageId: undefined }],
      [
        { nameKey: 'b', packageId: b.id },
        { nameKey: 'a', packageId: undefined },
      ],
      [],
      undefined,
    ]);
  });
});

describe('the removals of entries', () => {
  const removals = () => mapAll(catalog.documents.removed(), (removal) => removal);

  it('have the revision of the last one of each name, in several pages', async () => {
    const names = Array.from({ length: 503 }, (_, n) => `n${`${n}`.padStart(3, '0')}`);
    for (const name of names)
      await catalog.packages.delete(registry.id, (await storePackage(catalog, registry, { name })).id);
    const { id: registryId, ecosystem } = registry;
    expect(await removals()).toEqual(
      names.map((nameKey, n) => ({ registryId, ecosystem, part: 'amd64', nameKey, revision: 2 * n + 2 })),
    );
  });

  it('are forgotten, except for names of which an entry was removed again', async () => {
    const remove = async (name: string): Promise<void> =>
      void (await catalog.packages.delete(registry.id, (await storePackage(catalog, registry, { name })).id));
    await remove('a');
    await remove('b');
    const before = await removals();
    await remove('a');
    await catalog.documents.forgetRemoved(before);
    expect((await removals()).map(({ nameKey, revision }) => [nameKey, revision])).toEqual([['a', 6]]);
  });

  it('of a deleted registry are left to its removal', async () => {
    await catalog.packages.delete(registry.id, (await storePackage(catalog, registry)).id);
    await catalog.registries.delete(registry.id);
    expect(await removals()).toEqual([]);
  });
});

describe('the parts of a registry', () => {
  const publishTo = async (part: string, version: string) => {
    const pkg = samplePackage(registry, { version });
    await insertPackage(catalog, pkg, [sampleFile()], { part, text: version });
    return pkg;
  };
  const listed = async (of = registry) => {
    const parts = await mapAll(catalog.documents.parts(of.id), (part) => part);
    return parts.filter(({ isListed }) => isListed).map(({ part }) => part);
  };

  it('are those that have entries, each once and in order', async () => {
    for (const [n, part] of ['riscv', 'amd64', 'arm64', 'amd64', 'Zed'].entries()) await publishTo(part, `${n}`);
    expect(await listed()).toEqual(['Zed', 'amd64', 'arm64', 'riscv']);
  });

  it('lose one with its last entry, and not before', async () => {
    const pkgs = [await publishTo('amd64', '1'), await publishTo('arm64', '2'), await publishTo('arm64', '3')];
    for (const pkg of pkgs.slice(0, 2)) await catalog.packages.delete(registry.id, pkg.id);
    expect(await listed()).toEqual(['arm64']);
  });

  it('do not include those of another registry', async () => {
    await publishTo('amd64', '1');
    expect(await listed(await storeRegistry(catalog, 'other'))).toEqual([]);
  });

  it('are all met once when they take several reads', async () => {
    const parts = Array.from({ length: 501 }, (_, n) => `${n}`.padStart(4, '0'));
    for (const part of parts) await publishTo(part, part);
    expect(await listed()).toEqual(parts);
  });

  it('have the revision that last changed them, also one without entries, until a rendering removes it', async () => {
    const pkg = await publishTo('amd64', '1');
    await publishTo('arm64', '2');
    await catalog.packages.delete(registry.id, pkg.id);
    const gone = { part: 'amd64', revision: 3, rendering: undefined, isListed: false };
    expect(await catalog.documents.part(registry.id, 'amd64')).toEqual(gone);
    await store(3, { parts: [{ ...samplePartRendering(3), part: 'amd64', isEmpty: true }] });
    expect(await mapAll(catalog.documents.parts(registry.id), ({ part }) => part)).toEqual(['arm64']);
  });

  it('keep one that is rendered as empty while it gets an entry', async () => {
    await publishTo('amd64', '1');
    await store(3, { parts: [{ ...samplePartRendering(3), part: 'amd64', isEmpty: true }] });
    expect(await listed()).toEqual(['amd64']);
  });
});

describe('a stored document', () => {
  it('is found with the rendering and the revision that vouch for it', async () => {
    await storePackage(catalog, registry);
    await storePackage(catalog, registry, { version: '2.0' });
    await storeInline('one', 1);
    expect(await current('InRelease', ['amd64', 'all'])).toEqual({
      rendering: samplePartRendering(1),
      revision: 2,
      document: inlineDocument('one', 1),
    });
  });

  it('is absent before it is rendered', async () => {
    const nothing = { rendering: undefined, revision: undefined, document: undefined };
    expect([await current('InRelease', ['amd64']), await current('InRelease')]).toEqual([nothing, nothing]);
  });

  it('is replaced by its next version, and is still found by its digest', async () => {
    await storeInline('one', 1);
    await storeInline('two', 2);
    const { sha256 } = inlineDocument('one', 1).digests;
    expect((await current('InRelease')).document).toEqual(inlineDocument('two', 2));
    expect(await catalog.documents.byDigest(registry.id, sha256)).toEqual([inlineDocument('one', 1)]);
    expect(await catalog.documents.latest(registry.id, '')).toEqual([inlineDocument('two', 2)]);
  });

  it('takes over the offered blobs, and finds them by its set', async () => {
    const { blob, document } = documentOfPiece('one', 1);
    const { adopted } = await storePiece('one', 1);
    const [location = ''] = adopted;
    const stored = { ...blob, location };
    expect([await catalog.documents.blobs(registry.id, 'Packages'), (await current('Packages')).document]).toEqual([
      new Map([[blob.digests.sha256, stored]]),
      document,
    ]);
    expect(await catalog.documents.pieceBlob(registry.id, blob.digests.sha256)).toEqual(stored);
  });

  it('keeps its pieces until no version has them', async () => {
    const first = await storePiece('one', 1);
    await storePiece('two', 2, 'one');
    const [location = ''] = first.adopted;
    expect(await catalog.blobs.abandon([location])).toEqual([]);
    const versions = await mapAll(catalog.documents.replaced(new Date(NOON.getTime() + 3000)), (version) => version);
    expect(versions).toEqual([{ registryId: registry.id, name: 'Packages', from: 1 }]);
    await catalog.documents.drop(versions);
    const { sha256 } = documentOfPiece('one', 1).document.digests;
    expect(await catalog.documents.byDigest(registry.id, sha256)).toEqual([]);
    expect([...(await catalog.documents.blobs(registry.id, 'Packages')).keys()]).toEqual([
      documentOfPiece('two', 2).blob.digests.sha256,
    ]);
    expect(await catalog.blobs.abandon([location])).toEqual([location]);
  });

  it('keeps a piece that a later version has again', async () => {
    await storePiece('one', 1);
    await storePiece('two', 2, 'one');
    await storePiece('one', 3, 'two');
    await catalog.documents.drop(
      await mapAll(catalog.documents.replaced(new Date(NOON.getTime() + 9000)), (one) => one),
    );
    expect([...(await catalog.documents.blobs(registry.id, 'Packages')).keys()]).toEqual([
      documentOfPiece('one', 3).blob.digests.sha256,
    ]);
  });

  it('stays until its next version is older than a time, on every page of the search', async () => {
    for (let from = 1; from <= 502; from += 1) await storeInline(`${from}`, from);
    const replaced = await mapAll(catalog.documents.replaced(new Date(NOON.getTime() + 502_000)), ({ from }) => from);
    // Version 501 was replaced by the last one, at this very time.
    expect([replaced.length, new Set(replaced).size, Math.max(...replaced)]).toEqual([500, 500, 500]);
  });

  it('is gone after it was removed, and its removal is forgotten later', async () => {
    await storeInline('one', 1);
    const removed = inlineDocument('', 2, { content: { form: 'removed' } });
    await store(2, { documents: [removed] });
    expect((await current('InRelease')).document?.content).toEqual({ form: 'removed' });
    const versions = await mapAll(catalog.documents.replaced(new Date(NOON.getTime() + 9000)), ({ from }) => from);
    expect(versions).toEqual([1, 2]);
  });

  it('goes with its registry, and unreferences its blobs', async () => {
    const { adopted } = await storePiece('one', 1);
    await storeInline('two', 2);
    await deleteRegistry(catalog, registry);
    expect([
      await catalog.documents.latest(registry.id, 'amd64'),
      (await current('InRelease')).document,
      await catalog.blobs.unreferenced(9),
    ]).toEqual([[], undefined, [...adopted]]);
  });
});

describe('a rendering that comes too late', () => {
  const TOO_LATE = { stored: false, adopted: new Set() };

  it('is not stored when another one was stored since it began', async () => {
    await storeInline('first', 1);
    previous = undefined;
    expect(await storePiece('second', 2)).toEqual(TOO_LATE);
    expect([(await current('Packages')).document, (await current('InRelease')).rendering?.rendered]).toEqual([
      undefined,
      1,
    ]);
  });

  it('is not stored when its registry has gone', async () => {
    await catalog.registries.delete(registry.id);
    expect(await storeInline('one', 1)).toEqual(TOO_LATE);
  });

  it('is stored by one of several servers', async () => {
    const catalogs = [catalog, await database.open()];
    const rendering = sampleRendering(registry, {
      parts: [{ ...samplePartRendering(1), part: '', isEmpty: false }],
      documents: [inlineDocument('one', 1)],
    });
    const replies = await Promise.all(catalogs.map((each) => each.documents.store(rendering)));
    expect(replies.map(({ stored }) => stored).toSorted()).toEqual([false, true]);
  });
});
