/** Downloads by file name. */
import type { operations as described, parameterDefaults } from '../../../generated/native/files.ts';
import type { Operations } from '../../contract/operation.ts';
import { fileReply } from '../../serving/file-reply.ts';
import { missing } from '../../serving/resolvers.ts';
import type { LarderEnv } from '../../serving/env.ts';

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  getFile: async ({ found, path, headers }, { larder }) => {
    const file = await larder.catalog.packages.findFileByName(found.registry.id, path.file);
    if (!file) throw missing('file', path.file);
    return fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
  },
};
