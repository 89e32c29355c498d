/** The operations for pip: the pages of the simple repository, and the files they link to. */
import { LRUCache } from 'lru-cache';
import type { components, operations as described, parameterDefaults } from '../../../generated/native/python.ts';
import { JsonText } from '../../contract/replies/json-text.ts';
import type { Operations } from '../../contract/operation.ts';
import { keptByDigest } from '../../serving/caching.ts';
import { documentReply } from '../../serving/document-reply.ts';
import { fileReply, heldReply, type FileConditions } from '../../serving/file-reply.ts';
import { relativeUrl } from '../../serving/relative-url.ts';
import { missing } from '../../serving/resolvers.ts';
import type { Context, LarderEnv } from '../../serving/env.ts';
import { bytesOfDocument, readDocument, type ReadableDocument } from '../../registry/documents/read-document.ts';
import type { Larder } from '../../registry/larder.ts';
import type { PackageFile } from '../../model/records.ts';
import { pageName } from './documents.ts';
import { isMetadataFileName, metadataFileName } from './metadata-file.ts';
import { JSON_V1, pageMediaType, type PageMediaType } from './page-media-type.ts';
import { isProjectName, normalizeName } from './project-name.ts';
import { INTEGRITY_V1, provenanceName } from './provenance.ts';
import { publishing } from './publishing.ts';
import { pipUrls } from './urls.ts';
import { keyOfVersion } from './version.ts';
import { readMetadata } from './wheel.ts';

type Schemas = components['schemas'];

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  ...publishing,
  listProjects: async ({ found, headers }, context) => {
    const page = await readPage(found, headers, context);
    if (!page) throw missing('registry', found.registry.slug);
    return pageReply<Schemas['SimpleProjectList']>(page, headers);
  },
  redirectToProjects: ({ path }) => redirect(paths.of('redirectToProjects', path), paths.of('listProjects', path)),
  getProject: async ({ found, path, headers }, context) => {
    const name = normalizeName(path.project);
    if (!isProjectName(path.project)) throw missing('package', path.project);
    if (name !== path.project) return redirect(paths.of('getProject', path), pathOfPage(path));
    const page = await readPage(found, headers, context, name);
    if (!page) throw missing('package', path.project);
    return pageReply<Schemas['SimpleProject']>(page, headers);
  },
  redirectToProject: ({ path }) => {
    if (!isProjectName(path.project)) throw missing('package', path.project);
    return redirect(paths.of('redirectToProject', path), pathOfPage(path));
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
  getProvenance: async ({ found, path }, { larder }) => {
    const query = {
      nameKey: normalizeName(path.project),
      versionKey: keyOfVersion(path.version),
      fileName: provenanceName(path.file),
    };
    const file = await larder.catalog.packages.findFile(found.registry.id, query);
    if (!file) throw missing('file', query.fileName);
    const { location, size } = file.blob;
    const bytes = await larder.blobs.read(location, { start: 0, end: size - 1 });
    return { status: 200, type: INTEGRITY_V1, body: new JsonText<Schemas['Provenance']>(bytes) };
  },
};

const paths = pipUrls('');

/** Returns the path of the page of a project by its normalized name. */
function pathOfPage(path: {
  readonly organization: string;
  readonly registry: string;
  readonly project: string;
}): string {
  return paths.of('getProject', { ...path, project: normalizeName(path.project) });
}

/** The location is relative, so that it is also valid behind a proxy. */
function redirect(from: string, to: string) {
  return { status: 301, headers: { Location: relativeUrl(from, to) } } as const;
}

interface Page {
  readonly type: PageMediaType;
  readonly document: ReadableDocument;
}

/** Returns a page in the media type that the client prefers; without a project, the list of projects. */
async function readPage(
  found: Pick<LarderEnv['found'], 'organization' | 'registry'>,
  { accept }: { readonly accept?: string },
  { larder, urls }: Pick<Context, 'larder' | 'urls'>,
  project?: string,
): Promise<Page | undefined> {
  const type = pageMediaType(accept);
  const name = pageName(type === JSON_V1 ? 'json' : 'html', project);
  const document = await readDocument(larder, found, { name, publicUrl: urls.base });
  return document && { type, document };
}

const vary = { Vary: 'Accept' } as const;

/** Loads and runs nothing, because publishers choose the names on a page. */
const headersOfPage = { ...vary, 'Content-Security-Policy': "default-src 'none'" } as const;

async function pageReply<Json>({ type, document }: Page, conditions: FileConditions) {
  const reply = documentReply(document, {}, conditions);
  if (reply.status === 304) return { ...reply, headers: { ...reply.headers, ...vary } };
  const headers = { ...reply.headers, ...headersOfPage };
  if (reply.status === 206)
    return { ...reply, headers: { ...headers, 'Content-Range': reply.headers['Content-Range'] }, type };
  if (type !== JSON_V1) return { ...reply, headers, type };
  return { ...reply, headers, type, body: new JsonText<Json>(await bytesOfDocument(document)) };
}

/** The metadata of wheels that 0.1.0 stored, by their SHA-256. */
const earlierMetadata = new LRUCache<string, Uint8Array, () => Promise<string>>({
  // In bytes.
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: (bytes) => bytes.byteLength + 500,
  fetchMethod: async (_sha256, _stale, { context: pathOfWheel }) => await readMetadata(await pathOfWheel()),
});

/** Reads METADATA from a wheel that 0.1.0 stored. For later wheels, it is a separate file. */
async function earlierMetadataOf({ blobs }: Larder, { name, blob }: PackageFile): Promise<Uint8Array> {
  const pathOfWheel = async (): Promise<string> => (await blobs.borrow(blob)).path;
  const bytes = await earlierMetadata.fetch(blob.digests.sha256, { context: pathOfWheel });
  if (bytes === undefined) throw missing('file', metadataFileName(name));
  return bytes;
}
