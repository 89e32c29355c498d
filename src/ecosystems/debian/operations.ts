/** The operations for apt: the signed index of a registry, and its debs. */
import type { operations as described, parameterDefaults } from '../../../generated/native/debian.ts';
import type { Operations } from '../../contract/operation.ts';
import { keptByDigest } from '../../serving/caching.ts';
import { documentReply } from '../../serving/document-reply.ts';
import { fileReply, type FileReply, type FileConditions } from '../../serving/file-reply.ts';
import { missing } from '../../serving/resolvers.ts';
import type { Context, LarderEnv } from '../../serving/env.ts';
import { readDocument, readDocumentByDigest } from '../../registry/documents/read-document.ts';
import { indexPath } from './urls.ts';

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  getRelease: async ({ found, path, headers }, context) => {
    return current(found, path.release, headers, context);
  },
  getIndex: async ({ found, path, headers }, context) => {
    return current(found, indexPath(path.directory, path.index), headers, context);
  },
  getIndexByHash: async ({ found, path, headers }, { larder }) => {
    const folder = indexPath(path.directory, '');
    const isInFolder = (name: string): boolean => name.startsWith(folder);
    const document = await readDocumentByDigest(larder, found.registry, path.sha256, isInFolder);
    if (!document) throw missing('file', path.sha256);
    return documentReply(document, { caching: keptByDigest(found.registry) }, headers);
  },
  getDeb: async ({ found, path, headers }, { larder }) => {
    const file = await larder.catalog.packages.findFileBySha256(found.registry.id, path.sha256);
    if (!file) throw missing('file', path.file);
    const deb = { blob: file.blob, lastModified: file.createdAt, name: path.file };
    return fileReply(larder.blobs, { ...deb, caching: keptByDigest(found.registry) }, headers);
  },
};

async function current(
  ref: Pick<LarderEnv['found'], 'organization' | 'registry'>,
  name: string,
  headers: FileConditions,
  { larder, urls }: Pick<Context, 'larder' | 'urls'>,
): Promise<FileReply<object>> {
  const document = await readDocument(larder, ref, { name, publicUrl: urls.base });
  if (!document) throw missing('file', name);
  return documentReply(document, {}, headers);
}
