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
import { asMainFile, insertPackage, samplePackage, sampleUpload, storeRegistry } from './catalog/samples.ts';
import { sampleRendering } from './catalog/sample-renderings.ts';
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
  const { packages, uploads, documents } = catalog;
  return {
    ...catalog,
    packages: { ...packages, publish: (...input) => lost(packages.publish(...input)) },
    uploads: { ...uploads, store: (...input) => lost(uploads.store(...input)) },
    documents: { ...documents, store: (...input) => lost(documents.store(...input)) },
  };
}

/** Commits bytes with a change, and discards them as everyone does who staged some. */
async function offer(unsafe: Catalog, change: 'package' | 'upload' | 'document'): Promise<string> {
  const upload = sampleUpload(registry);
  await catalog.uploads.insert(upload);
  const blob = await blobs.stage(streamOf('larder'));
  const changes: Readonly<Record<typeof change, Parameters<typeof commit>[1]>> = {
    package: () => insertPackage(unsafe, samplePackage(registry), [asMainFile('a', blob)], undefined),
    upload: () => unsafe.uploads.store(upload.id, { name: 'a', blob }),
    document: () => unsafe.documents.store(sampleRendering(registry, { blobs: [blob] })),
  };
  await Promise.allSettled([commit([blob], changes[change])]);
  await blob.discard();
  await blob.discard();
  return blob.location;
}

it.each(['package', 'upload', 'document'] as const)(
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
