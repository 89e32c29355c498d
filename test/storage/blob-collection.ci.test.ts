import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { BlobMissing } from '../../src/storage/blob-store.ts';
import type { BlobStore } from '../../src/storage/blob-store.ts';
import type { Catalog } from '../../src/storage/catalog.ts';
import type { Registry } from '../../src/model/records.ts';
import { openPostgresCatalog } from '../../src/storage/catalog/open-postgres.ts';
import { openSqliteCatalog } from '../../src/storage/catalog/open-sqlite.ts';
import { openFileBlobStore } from '../../src/storage/file-blob-store.ts';
import { rounds } from '../fixtures/rounds.ts';
import { streamOf } from './blob-samples.ts';
import { asMainFile, copyPackage, insertPackage, samplePackage, storeRegistry } from './catalog/samples.ts';
import { useTemporaryFolder } from './temporary-folder.ts';
import { usePostgres } from './use-postgres.ts';

/** A small number, so that publishers, deleters and the collector always use the same bytes. */
const TEXTS = ['one', 'two', 'three'];
const WORKERS = 6;
const ROUNDS = rounds(40);

const folder = useTemporaryFolder();
const createDatabase = usePostgres();

interface Server {
  readonly catalog: Catalog;
  readonly blobs: BlobStore;
}

type OpenCatalog = () => Promise<Catalog>;

async function openServer(openCatalog: OpenCatalog): Promise<Server> {
  return { catalog: await openCatalog(), blobs: await openFileBlobStore({ folder: join(folder(), 'blobs') }) };
}

async function publish({ catalog, blobs }: Server, registry: Registry, content: string): Promise<string> {
  const pkg = samplePackage(registry, { version: newId() });
  const staged = await blobs.stage(streamOf(content));
  await staged.keep();
  const outcome = await insertPackage(catalog, pkg, [asMainFile(content, staged)], undefined);
  const adopted = outcome.outcome === 'published' && outcome.adopted.has(staged.location);
  await (adopted ? staged.settle() : staged.discard());
  return pkg.id;
}

/** A package that is still there after its bytes were missed has lost them. */
async function readBack({ catalog, blobs }: Server, registry: Registry, id: string): Promise<void> {
  for (const { name, blob } of await catalog.packages.files(id)) {
    try {
      expect(await text(await blobs.open(blob.location))).toBe(name);
    } catch (error) {
      if (!(error instanceof BlobMissing) || (await catalog.packages.find(registry.id, id)) !== undefined) throw error;
    }
  }
}

async function collect({ catalog, blobs }: Server): Promise<void> {
  const gone = await catalog.blobs.abandon(await catalog.blobs.unreferenced(100));
  for (const location of gone) await blobs.remove(location);
  await catalog.blobs.forget(gone);
}

/** Publishes, copies, reads and deletes in turn; every third package stays until all packages are deleted. */
async function work(server: Server, from: Registry, to: Registry, worker: number): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const id = await publish(server, from, TEXTS[(worker + round) % TEXTS.length] ?? '');
    const copy = samplePackage(to, { version: newId() });
    await copyPackage(server.catalog, id, copy);
    await Promise.all([readBack(server, from, id), readBack(server, to, copy.id)]);
    if (round % 3 !== 0) {
      await Promise.all([server.catalog.packages.delete(from.id, id), server.catalog.packages.delete(to.id, copy.id)]);
    }
    // The end of each worker leaves nothing behind, so that the last blobs go as well.
    if (worker % 2 === 0 || round === ROUNDS - 1) await deleteAll(server, from, to);
  }
}

async function deleteAll({ catalog }: Server, ...registries: readonly Registry[]): Promise<void> {
  for (const registry of registries) {
    const { items } = await catalog.packages.page(registry.id, { limit: 100 });
    await Promise.all(items.map((item) => catalog.packages.delete(registry.id, item.id)));
  }
}

async function bytesOfAll(
  { catalog, blobs }: Server,
  registry: Registry,
): Promise<{ name: string; content: string }[]> {
  const { items } = await catalog.packages.page(registry.id, { limit: 10_000 });
  const files = (await Promise.all(items.map((item) => catalog.packages.files(item.id)))).flat();
  return await Promise.all(
    files.map(async ({ name, blob }) => ({ name, content: await text(await blobs.open(blob.location)) })),
  );
}

async function storedFiles(): Promise<string[]> {
  const root = join(folder(), 'blobs');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== 'lock')
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

const databases: readonly (readonly [string, () => Promise<OpenCatalog>])[] = [
  ['SQLite', () => Promise.resolve(() => openSqliteCatalog({ file: join(folder(), 'catalog.db') }))],
  [
    'PostgreSQL',
    async () => {
      const { url } = await createDatabase();
      return () => openPostgresCatalog({ url });
    },
  ],
];

it.each(databases)(
  '%s: never takes bytes that a package needs, and leaves none that nothing needs',
  async (_, create) => {
    const openCatalog = await create();
    const servers = await Promise.all([openServer(openCatalog), openServer(openCatalog)]);
    const [one, two] = servers;
    const from = await storeRegistry(one.catalog, 'from');
    const to = await storeRegistry(one.catalog, 'to');

    let working = true;
    const collectors = servers.map(async (server) => {
      while (working) {
        await collect(server);
        await new Promise(setImmediate);
      }
    });
    const workers = Array.from({ length: WORKERS }, (_, worker) => work(worker < 3 ? one : two, from, to, worker));
    await Promise.all(workers).finally(() => (working = false));
    await Promise.all(collectors);

    for (const content of TEXTS) await publish(one, from, content);
    await collect(two);
    const files = await bytesOfAll(one, from);
    expect(files.filter(({ name, content }) => name !== content)).toEqual([]);
    const expected = TEXTS.map((content) => createHash('sha256').update(content).digest('hex'));
    const stored = (await storedFiles()).map((path) => path.split('/').at(-1)?.split('.')[0] ?? path);
    expect(stored.toSorted()).toEqual(expected.toSorted());
    await Promise.all(servers.map((server) => server.catalog.close()));
  },
);
