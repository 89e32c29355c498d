/** The operations for apt and dput: the signed index of a registry, its debs and sources, and uploads. */
import type { operations as described, parameterDefaults } from '../../../generated/native/debian.ts';
import type { Operations } from '../../contract/operation.ts';
import { keptByDigest } from '../../serving/caching.ts';
import { documentReply } from '../../serving/document-reply.ts';
import { fileReply, heldReply, type FileReply, type FileConditions } from '../../serving/file-reply.ts';
import { folderOf } from '../../serving/relative-url.ts';
import { missing } from '../../serving/resolvers.ts';
import type { LarderEnv } from '../../serving/env.ts';
import type { PackageFile, Registry } from '../../model/records.ts';
import type { RegistryRef } from '../../model/registry-ref.ts';
import type { Larder } from '../../registry/larder.ts';
import { readDocument, readDocumentByDigest, type DocumentRequest } from '../../registry/documents/read-document.ts';
import { digestOfNeeded } from './sources/metadata.ts';
import { publishIncomingFile } from './sources/uploading.ts';
import { sourcesFile, sourcesFileName } from './sources-file.ts';
import { contentsFolder, contentsPath, indexPath, installerIndexPath } from './urls.ts';

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  getSourcesFile: async ({ found: { organization, registry }, headers }, { larder, urls }) => {
    const keys = await larder.catalog.registries.signingKeys(registry.id, new Date());
    const home = { publicUrl: urls.base, organization: organization.slug, registry: registry.slug };
    const text = sourcesFile({ ...home, publicKeys: keys.map(({ publicKey }) => publicKey) });
    const lastModified = new Date(
      Math.max(...[registry.updatedAt, ...keys.map(({ createdAt }) => createdAt)].map(Number)),
    );
    return heldReply(Buffer.from(text), { name: sourcesFileName(registry.slug), lastModified }, headers);
  },
  getRelease: ({ found, path, headers, client }, { larder, urls }) => {
    return current(larder, found, { name: path.release, publicUrl: urls.base, client: client() }, headers);
  },
  getIndex: ({ found, path, headers }, { larder, urls }) => {
    const name = indexPath(path.directory, path.index);
    return current(larder, found, { name, publicUrl: urls.base }, headers);
  },
  getInstallerIndex: ({ found, path, headers }, { larder, urls }) => {
    const name = installerIndexPath(path.directory, path.index);
    return current(larder, found, { name, publicUrl: urls.base }, headers);
  },
  getContents: ({ found, path, headers }, { larder, urls }) => {
    return current(larder, found, { name: contentsPath(path.contents), publicUrl: urls.base }, headers);
  },
  getIndexByHash: ({ found, path, headers }, { larder }) =>
    byHash(larder, found, { folder: indexPath(path.directory, ''), sha256: path.sha256 }, headers),
  getInstallerIndexByHash: ({ found, path, headers }, { larder }) =>
    byHash(larder, found, { folder: installerIndexPath(path.directory, ''), sha256: path.sha256 }, headers),
  getContentsByHash: ({ found, path, headers }, { larder }) =>
    byHash(larder, found, { folder: contentsFolder, sha256: path.sha256 }, headers),
  getDeb: async ({ found, path, headers }, { larder }) => {
    const file = await larder.catalog.packages.findFileBySha256(found.registry.id, path.sha256);
    if (!file) throw missing('file', path.file);
    const deb = { blob: file.blob, lastModified: file.createdAt, name: path.file };
    return fileReply(larder.blobs, { ...deb, caching: keptByDigest(found.registry) }, headers);
  },
  getSourceFile: async ({ found: { registry }, path: { sha256, file: name }, headers }, { larder }) => {
    const { packages } = larder.catalog;
    const dsc = await packages.findFileBySha256(registry.id, sha256);
    const file = dsc?.name === name ? dsc : await neededFile(packages, registry, { dsc, name });
    if (!file) throw missing('file', name);
    const content = { blob: file.blob, lastModified: file.createdAt, name, caching: keptByDigest(registry) };
    return fileReply(larder.blobs, content, headers);
  },
  publishIncomingFile,
};

/** Returns a file that a `.dsc` names; undefined if it does not, or if the registry does not have the bytes. */
async function neededFile(
  packages: Larder['catalog']['packages'],
  { id }: Registry,
  { dsc, name }: { readonly dsc: PackageFile | undefined; readonly name: string },
): Promise<PackageFile | undefined> {
  const source = dsc && (await packages.find(id, dsc.packageId));
  const sha256 = source && digestOfNeeded(source.metadata, name);
  return sha256 === undefined ? undefined : await packages.findFileBySha256(id, sha256);
}

async function current(
  larder: Larder,
  ref: RegistryRef,
  request: DocumentRequest,
  headers: FileConditions,
): Promise<FileReply<object>> {
  const document = await readDocument(larder, ref, request);
  if (!document) throw missing('file', request.name);
  return documentReply(document, {}, headers);
}

interface DigestInFolder {
  readonly folder: string;
  readonly sha256: string;
}

/** Returns a document of any version that is, or was, directly in the folder. */
async function byHash(
  larder: Larder,
  { registry }: RegistryRef,
  { folder, sha256 }: DigestInFolder,
  headers: FileConditions,
): Promise<FileReply<object>> {
  const isInFolder = (name: string): boolean => folderOf(name) === folder;
  const document = await readDocumentByDigest(larder, registry, sha256, isInFolder);
  if (!document) throw missing('file', sha256);
  return documentReply(document, { caching: keptByDigest(registry) }, headers);
}
