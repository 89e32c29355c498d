import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { keepDoubtful } from '../../src/server/keep-doubtful.ts';
import { BlobMissing, type BlobStore } from '../../src/storage/blob-store.ts';
import { CatalogUnavailable, type Catalog } from '../../src/storage/catalog.ts';
import type { Registry } from '../../src/model/records.ts';
import { openSqliteCatalog } from '../../src/storage/catalog/open-sqlite.ts';
import { openFileBlobStore } from '../../src/storage/file-blob-store.ts';
import { streamOf } from '../storage/blob-samples.ts';
import { NOON, samplePackage, sampleUpload, storeRegistry } from '../storage/catalog/samples.ts';
import { useTemporaryFolder } from '../storage/temporary-folder.ts';

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

/** A database that makes a change, but whose answer is lost. */
const lost = async (change: Promise<unknown>): Promise<never> => {
  await change;
  throw new CatalogUnavailable('The answer is lost.');
};

function losingAnswers(): Catalog {
  const { packages, uploads, indexes } = catalog;
  return {
    ...catalog,
    packages: { ...packages, insert: (...input) => lost(packages.insert(...input)) },
    uploads: { ...uploads, store: (...input) => lost(uploads.store(...input)) },
    indexes: { ...indexes, insert: (...input) => lost(indexes.insert(...input)) },
  };
}

/** Stages bytes, offers them in a change, and discards them as everyone does who staged some. */
async function offer(unsafe: Catalog, change: 'package' | 'upload' | 'index'): Promise<string> {
  const storage = keepDoubtful({ catalog: unsafe, blobs });
  const upload = sampleUpload(registry);
  await catalog.uploads.insert(upload);
  const blob = await storage.blobs.stage(streamOf('larder'));
  await blob.keep();
  const index = { registryId: registry.id, revision: 1, lastModified: NOON, date: NOON };
  const changes = {
    package: () => storage.catalog.packages.insert(samplePackage(registry), [{ name: 'a', blob }], undefined),
    upload: () => storage.catalog.uploads.store(upload.id, { name: 'a', blob }),
    index: () =>
      storage.catalog.indexes.insert(index, [{ path: 'a', part: null, blob }], {
        previous: undefined,
        keep: { replacedAfter: NOON, most: 1 },
      }),
  };
  await Promise.allSettled([changes[change]()]);
  await blob.discard();
  await blob.discard();
  return blob.location;
}

it.each(['package', 'upload', 'index'] as const)(
  'bytes stay when the answer to their change is lost: %s',
  async (change) => {
    const location = await offer(losingAnswers(), change);
    expect(await text(await blobs.open(location))).toBe('larder');
  },
);

it('bytes go when the catalog says that it did not take them', async () => {
  await catalog.registries.delete(registry.id);
  await expect(blobs.open(await offer(catalog, 'package'))).rejects.toThrow(BlobMissing);
});
