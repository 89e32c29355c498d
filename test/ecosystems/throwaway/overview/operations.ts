import type { Operations } from '../../../../src/contract/operation.ts';
import { Failure } from '../../../../src/model/failure.ts';
import { publisherOf } from '../../../../src/registry/callers.ts';
import { publishPackage } from '../../../../src/registry/publish.ts';
import type { LarderEnv } from '../../../../src/serving/env.ts';
import { fileReply } from '../../../../src/serving/file-reply.ts';
import { missing } from '../../../../src/serving/resolvers.ts';
import { currentDocument } from '../current-document.ts';
import type { operations as described, parameterDefaults } from './generated/overview.ts';

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  publishGem: async ({ found, body, requireCaller: caller }, { larder }) => {
    const gem = { fileName: 'pushed.gem', staged: body.staged, by: publisherOf(caller()) };
    const { outcome } = await publishPackage(larder, found.registry, gem);
    if (outcome === 'exists') throw new Failure('package-exists', 'This version exists. Push another one.');
    return { status: 201 };
  },
  getGem: async ({ found, path, headers }, { larder }) => {
    const file = await larder.catalog.packages.findFileByName(found.registry.id, path.file);
    if (!file) throw missing('file', path.file);
    return fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
  },
  getVersions: ({ found, headers }, context) => currentDocument(found, 'versions', headers, context),
  getInfo: ({ found, path, headers }, context) => currentDocument(found, `info/${path.gem}`, headers, context),
};
