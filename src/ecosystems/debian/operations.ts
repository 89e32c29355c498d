/** The operations for apt: the signed index of a registry, and its debs. */
import type { operations as described, parameterDefaults } from '../../../generated/native/debian.ts';
import type { Operations } from '../../contract/operation.ts';
import { keptByDigest } from '../../serving/caching.ts';
import { bytesReply, fileReply, type FileReply, type FileConditions } from '../../serving/file-reply.ts';
import { missing } from '../../serving/resolvers.ts';
import type { Context, LarderEnv } from '../../serving/env.ts';
import { readIndexFile } from '../../registry/native-index.ts';

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  getRelease: async ({ found, path, headers }, context) => {
    return current(found, `dists/any/${path.release}`, headers, context);
  },
  getIndex: async ({ found, path, headers }, context) => {
    return current(found, `dists/any/main/${path.directory}/${path.index}`, headers, context);
  },
  getIndexByHash: async ({ found, path, headers }, { larder }) => {
    const folder = `dists/any/main/${path.directory}`;
    const file = await larder.catalog.indexes.fileBySha256(found.registry.id, folder, path.sha256);
    if (!file) throw missing('file', path.sha256);
    return bytesReply(larder.blobs, { ...file, caching: keptByDigest(found.registry) }, headers);
  },
  getDeb: async ({ found, path, headers }, { larder }) => {
    const file = await larder.catalog.packages.findFileBySha256(found.registry.id, path.sha256);
    if (!file) throw missing('file', path.file);
    const deb = { blob: file.blob, lastModified: file.createdAt, name: path.file };
    return fileReply(larder.blobs, { ...deb, caching: keptByDigest(found.registry) }, headers);
  },
};

async function current(
  { organization, registry }: Pick<LarderEnv['found'], 'organization' | 'registry'>,
  path: string,
  headers: FileConditions,
  { larder }: Pick<Context, 'larder'>,
): Promise<FileReply<object>> {
  const file = await readIndexFile(larder, organization.slug, registry, path);
  if (!file) throw missing('file', path);
  return bytesReply(larder.blobs, file, headers);
}
