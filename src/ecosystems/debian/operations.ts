/** What apt asks: the signed index of a registry, and its debs. */
import type { operations as described, parameterDefaults } from '../../../generated/native/debian.ts';
import type { Operations } from '../../contract/operation.ts';
import { bytesAnswer, fileAnswer, type FileAnswer, type FileConditions } from '../../operations/file-answer.ts';
import { missing } from '../../operations/resolvers.ts';
import type { Context, LarderSurroundings } from '../../operations/surroundings.ts';
import { readIndexFile } from '../../registry/native-index.ts';
import type { StoredIndexFile } from '../../storage/records.ts';

export const operations: Operations<described, parameterDefaults, LarderSurroundings> = {
  getSigningKey: async ({ found }, { larder }) => {
    const key = await larder.catalog.registries.signingKey(found.registry.id);
    if (!key) throw missing('registry', found.registry.slug);
    return { status: 200, body: Buffer.from(key.publicKey) };
  },
  getRelease: async ({ found, path, headers }, context) => {
    return current(found, `dists/any/${path.release}`, headers, context);
  },
  getIndex: async ({ found, path, headers }, context) => {
    return current(found, `dists/any/main/${path.directory}/${path.index}`, headers, context);
  },
  getIndexByHash: async ({ found, path, headers }, { larder }) => {
    const folder = `dists/any/main/${path.directory}`;
    const file = await larder.catalog.indexes.fileBySha256(found.registry.id, folder, path.sha256);
    return answered(file, path.sha256, headers, { larder });
  },
  getDeb: async ({ found, path, headers }, { larder }) => {
    const file = await larder.catalog.packages.findFileBySha256(found.registry.id, path.sha256);
    if (!file) throw missing('file', path.file);
    return fileAnswer(larder.blobs, { blob: file.blob, lastModified: file.createdAt, name: path.file }, headers);
  },
};

async function current(
  { organization, registry }: Pick<LarderSurroundings['found'], 'organization' | 'registry'>,
  path: string,
  headers: FileConditions,
  { larder }: Pick<Context, 'larder'>,
): Promise<FileAnswer<object>> {
  return answered(await readIndexFile(larder, organization.slug, registry, path), path, headers, { larder });
}

function answered(
  file: StoredIndexFile | undefined,
  name: string,
  headers: FileConditions,
  { larder }: Pick<Context, 'larder'>,
): FileAnswer<object> {
  if (!file) throw missing('file', name);
  return bytesAnswer(larder.blobs, file, headers);
}
