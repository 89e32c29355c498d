/** What pip asks: the pages of the simple repository, and the files that they name. */
import type { operations as described, parameterDefaults } from '../../../generated/native/python.ts';
import type { Operations } from '../../contract/operation.ts';
import { keptByDigest } from '../../operations/caching.ts';
import { fileAnswer, heldAnswer } from '../../operations/file-answer.ts';
import { missing } from '../../operations/resolvers.ts';
import type { LarderSurroundings } from '../../operations/surroundings.ts';
import type { Larder } from '../../registry/larder.ts';
import type { PackageFile, Registry } from '../../storage/records.ts';
import { createByteCache } from './byte-cache.ts';
import { isMetadataFileName, metadataFileName } from './metadata-file.ts';
import { HTML, HTML_V1, JSON_V1, pageMediaType } from './page-media-type.ts';
import { isProjectName, normalizeName } from './project-name.ts';
import { readSimpleEntry, type SimpleEntry } from './simple-entry.ts';
import { projectHtml, projectJson, projectListHtml, projectListJson } from './simple-index.ts';
import { comparePythonVersions } from './version-order.ts';
import { readMetadata } from './wheel.ts';

const headers = { Vary: 'Accept' } as const;

export const operations: Operations<described, parameterDefaults, LarderSurroundings> = {
  listProjects: async ({ found, headers: { accept } }, { larder }) => {
    const names = await larder.catalog.indexes.parts(found.registry.id);
    const type = pageMediaType(accept);
    if (type === JSON_V1) return { status: 200, type, headers, body: projectListJson(names) };
    return { status: 200, type: type === HTML ? HTML : HTML_V1, headers, body: projectListHtml(names) };
  },
  redirectToProjects: () => ({ status: 301, headers: { Location: 'simple/' } }),
  getProject: async ({ found, path, headers: { accept } }, { larder }) => {
    const name = normalizeName(path.project);
    if (!isProjectName(path.project)) throw missing('package', path.project);
    if (name !== path.project) return { status: 301, headers: { Location: `../${name}/` } };
    const entries = await entriesOf(larder, found.registry, name);
    if (entries.length === 0) throw missing('package', path.project);
    const type = pageMediaType(accept);
    if (type === JSON_V1) return { status: 200, type, headers, body: projectJson(name, entries) };
    return { status: 200, type: type === HTML ? HTML : HTML_V1, headers, body: projectHtml(name, entries) };
  },
  redirectToProject: ({ path }) => {
    if (!isProjectName(path.project)) throw missing('package', path.project);
    return { status: 301, headers: { Location: `${normalizeName(path.project)}/` } };
  },
  getDistribution: async ({ found, path, headers: conditions }, { larder }) => {
    const file = await larder.catalog.packages.findFileBySha256(found.registry.id, path.sha256);
    if (!file) throw missing('file', path.file);
    const asked = { name: path.file, lastModified: file.createdAt, caching: keptByDigest(found.registry) };
    if (!isMetadataFileName(path.file)) return fileAnswer(larder.blobs, { ...asked, blob: file.blob }, conditions);
    if (!file.name.endsWith('.whl')) throw missing('file', path.file);
    const metadata = await larder.catalog.packages.derivedFile(file.packageId, metadataFileName(file.name));
    if (metadata) return fileAnswer(larder.blobs, { ...asked, blob: metadata.blob }, conditions);
    return heldAnswer(await earlierMetadataOf(larder, file), asked, conditions);
  },
};

/** In bytes, for metadata of wheels of 0.1.0. */
const MOST_METADATA = 16 * 1024 * 1024;

const earlierMetadata = createByteCache<Uint8Array | undefined>(MOST_METADATA, (bytes) => bytes?.byteLength ?? 0);

/** Reads METADATA from a wheel of 0.1.0. For later wheels, it is a file of its own. */
async function earlierMetadataOf({ blobs }: Larder, { name, blob }: PackageFile): Promise<Uint8Array> {
  const bytes = await earlierMetadata.get(blob.digests.sha256, 0, async () => {
    return await readMetadata((await blobs.borrow(blob)).path);
  });
  if (bytes === undefined) throw missing('file', metadataFileName(name));
  return bytes;
}

/** In the order of their versions, oldest first. */
async function entriesOf({ catalog }: Larder, registry: Registry, name: string): Promise<SimpleEntry[]> {
  const entries: SimpleEntry[] = [];
  for await (const text of catalog.indexes.entries(registry.id, name)) entries.push(readSimpleEntry(text));
  return entries.sort((a, b) => comparePythonVersions(a.version, b.version) || (a.filename < b.filename ? -1 : 1));
}
