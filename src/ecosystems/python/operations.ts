/** The operations for pip: the pages of the simple repository, and the files they link to. */
import { setImmediate } from 'node:timers/promises';
import type { components, operations as described, parameterDefaults } from '../../../generated/native/python.ts';
import { JsonText } from '../../contract/replies/json-text.ts';
import type { Operations } from '../../contract/operation.ts';
import { keptByDigest } from '../../serving/caching.ts';
import { fileReply, heldReply } from '../../serving/file-reply.ts';
import { isCurrent } from '../../serving/preconditions.ts';
import { asTime } from '../../serving/time.ts';
import { missing } from '../../serving/resolvers.ts';
import type { LarderEnv } from '../../serving/env.ts';
import type { Larder } from '../../registry/larder.ts';
import type { PackageFile, Registry } from '../../model/records.ts';
import { createByteCache } from './byte-cache.ts';
import { keptPage, type Page } from './kept-page.ts';
import { isMetadataFileName, metadataFileName } from './metadata-file.ts';
import { JSON_V1 } from './page-media-type.ts';
import { isProjectName, normalizeName } from './project-name.ts';
import { readSimpleEntry, type ListedFile } from './simple-entry.ts';
import { inOrder, projectHtml, projectJson, projectListHtml, projectListJson } from './simple-index.ts';
import { readMetadata } from './wheel.ts';

type Schemas = components['schemas'];

/** Loads and runs nothing, because publishers choose the names on a page. */
const policy = { 'Content-Security-Policy': "default-src 'none'" } as const;

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  listProjects: async ({ found: { registry }, headers: conditions }, { larder }) => {
    const page = await keptPage(registry.id, registry.revision, conditions.accept, async () => {
      const names = await larder.catalog.indexes.parts(registry.id);
      return { json: () => projectListJson(names), html: () => projectListHtml(names) };
    });
    const headers = { Vary: 'Accept', ETag: page.etag } as const;
    if (isCurrent(conditions, headers)) return { status: 304, headers };
    return { status: 200, headers: { ...headers, ...policy }, ...bodyOf<Schemas['SimpleProjectList']>(page) };
  },
  redirectToProjects: () => ({ status: 301, headers: { Location: 'simple/' } }),
  getProject: async ({ found, path, headers: conditions }, { larder }) => {
    const name = normalizeName(path.project);
    if (!isProjectName(path.project)) throw missing('package', path.project);
    if (name !== path.project) return { status: 301, headers: { Location: `../${name}/` } };
    const { id } = found.registry;
    const revision = await larder.catalog.indexes.partRevision(id, name);
    if (revision === undefined) throw missing('package', path.project);
    const page = await keptPage(`${id} ${name}`, revision, conditions.accept, async () => {
      const files = await filesOf(larder, found.registry, name);
      if (files.length === 0) throw missing('package', path.project);
      return { json: () => projectJson(name, files), html: () => projectHtml(name, files) };
    });
    const headers = { Vary: 'Accept', ETag: page.etag } as const;
    if (isCurrent(conditions, headers)) return { status: 304, headers };
    return { status: 200, headers: { ...headers, ...policy }, ...bodyOf<Schemas['SimpleProject']>(page) };
  },
  redirectToProject: ({ path }) => {
    if (!isProjectName(path.project)) throw missing('package', path.project);
    return { status: 301, headers: { Location: `${normalizeName(path.project)}/` } };
  },
  getDistribution: async ({ found, path, headers: conditions }, { larder }) => {
    const file = await larder.catalog.packages.findFileBySha256(found.registry.id, path.sha256);
    if (!file) throw missing('file', path.file);
    const asked = { name: path.file, lastModified: file.createdAt, caching: keptByDigest(found.registry) };
    if (!isMetadataFileName(path.file)) return fileReply(larder.blobs, { ...asked, blob: file.blob }, conditions);
    if (!file.name.endsWith('.whl')) throw missing('file', path.file);
    const metadata = await larder.catalog.packages.derivedFile(file.packageId, metadataFileName(file.name));
    if (metadata) return fileReply(larder.blobs, { ...asked, blob: metadata.blob }, conditions);
    return heldReply(await earlierMetadataOf(larder, file), asked, conditions);
  },
};

/** In bytes, for the metadata of wheels that 0.1.0 stored. */
const MOST_METADATA = 16 * 1024 * 1024;

const earlierMetadata = createByteCache<Uint8Array | undefined>(MOST_METADATA, (bytes) => bytes?.byteLength ?? 0);

/** Reads METADATA from a wheel that 0.1.0 stored. For later wheels, it is a separate file. */
async function earlierMetadataOf({ blobs }: Larder, { name, blob }: PackageFile): Promise<Uint8Array> {
  const bytes = await earlierMetadata.get(blob.digests.sha256, 0, async () => {
    return await readMetadata((await blobs.borrow(blob)).path);
  });
  if (bytes === undefined) throw missing('file', metadataFileName(name));
  return bytes;
}

const ENTRIES_AT_A_TIME = 500;

async function filesOf({ catalog }: Larder, registry: Registry, name: string): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  for await (const { text, createdAt } of catalog.indexes.entries(registry.id, name)) {
    files.push({ ...readSimpleEntry(text), uploadTime: asTime(createdAt) });
    // Let other requests run in between: SQLite reads the next entries synchronously.
    if (files.length % ENTRIES_AT_A_TIME === 0) await setImmediate();
  }
  return inOrder(files);
}

function bodyOf<Json>({ type, bytes }: Page) {
  if (type === JSON_V1) return { type, body: new JsonText<Json>(bytes) };
  return { type, body: bytes };
}
