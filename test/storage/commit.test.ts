import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { BlobMissing, type BlobStore } from '../../src/storage/blob-store.ts';
import { CatalogUnavailable, type Catalog } from '../../src/storage/catalog.ts';
import type { Registry } from '../../src/model/records.ts';
import { openSqliteCatalog } from '../../src/storage/catalog/open-sqlite.ts';
import { commit } from '../../src/storage/commit.ts';
import { openFileBlobStore } from '../../src/storage/file-blob-store.ts';
import { streamOf } from './blob-samples.ts';
import { NOON, asMainFile, insertPackage, samplePackage, sampleUpload, storeRegistry } from './catalog/samples.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
let catalog: Catalog;
let blobs: BlobStore;
let registry: Registry;
beforeEach(async () => {
  catalog = await openSqliteCatalog({ file: join(folder(), 'catalog.db') });
  blobs = await openFileBlobStore({ folder: join(folder(), 'blobs') });
  registry = await storeRegistry(catalog);
  onTestFinished(() => catalog.close());
});

/** A database that makes a change, and loses its response. */
const lost = async (change: Promise<unknown>): Promise<never> => {
  await change;
  throw new CatalogUnavailable('The answer is lost.');
};

function losingReplies(): Catalog {
  const { packages, uploads, indexes } = catalog;
  return {
    ...catalog,
    packages: { ...packages, publish: (...input) => lost(packages.publish(...input)) },
    uploads: { ...uploads, store: (...input) => lost(uploads.store(...input)) },
    indexes: { ...indexes, insert: (...input) => lost(indexes.insert(...input)) },
  };
}

/** Commits bytes with a change, and discards them as everyone does who staged some. */
async function offer(unsafe: Catalog, change: 'package' | 'upload' | 'index'): Promise<string> {
  const upload = sampleUpload(registry);
  await catalog.uploads.insert(upload);
  const blob = await blobs.stage(streamOf('larder'));
  const index = { registryId: registry.id, revision: 1, lastModified: NOON, date: NOON };
  const changes: Readonly<Record<typeof change, Parameters<typeof commit>[1]>> = {
    package: () => insertPackage(unsafe, samplePackage(registry), [asMainFile('a', blob)], undefined),
    upload: () => unsafe.uploads.store(upload.id, { name: 'a', blob }),
    index: () =>
      unsafe.indexes.insert(index, [{ path: 'a', part: null, blob }], {
        previous: undefined,
        keep: { replacedAfter: NOON, most: 1 },
      }),
  };
  await Promise.allSettled([commit([blob], changes[change])]);
  await blob.discard();
  await blob.discard();
  return blob.location;
}

it.each(['package', 'upload', 'index'] as const)(
  'bytes stay when the response to their change is lost: %s',
  async (change) => {
    const location = await offer(losingReplies(), change);
    expect(await text(await blobs.open(location))).toBe('larder');
  },
);

it('bytes are removed if the catalog did not adopt them', async () => {
  await catalog.registries.delete(registry.id);
  await expect(blobs.open(await offer(catalog, 'package'))).rejects.toThrow(BlobMissing);
});

it('bytes go when the disk is full, for then nothing was changed', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const blob = await blobs.stage(streamOf('larder'));
  await expect(commit([blob], () => Promise.reject(full))).rejects.toBe(full);
  await blob.discard();
  await expect(blobs.open(blob.location)).rejects.toThrow(BlobMissing);
});
