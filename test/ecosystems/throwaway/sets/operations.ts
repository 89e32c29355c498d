import type { Operations } from '../../../../src/contract/operation.ts';
import type { FileQuery } from '../../../../src/storage/catalog.ts';
import { publisherOf } from '../../../../src/registry/callers.ts';
import { publishRelease } from '../../../../src/registry/publish-release.ts';
import type { LarderEnv } from '../../../../src/serving/env.ts';
import { fileReply } from '../../../../src/serving/file-reply.ts';
import { missing } from '../../../../src/serving/resolvers.ts';
import { currentDocument } from '../current-document.ts';
import { coordinatesOf, type Coordinates } from './coordinates.ts';
import type { operations as described, parameterDefaults } from './generated/sets.ts';

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  publishFileOfSet: async ({ found, path: { path }, body, requireCaller: caller }, { larder }) => {
    await publishRelease(larder, found.registry, {
      files: [{ name: path.slice(path.lastIndexOf('/') + 1), staged: body.staged }],
      claims: { path },
      by: publisherOf(caller()),
    });
    return { status: 201 };
  },
  getFileOfSet: async ({ found, path: { path }, headers }, { larder }) => {
    const at = coordinatesOf(path);
    const file = at && (await larder.catalog.packages.findFile(found.registry.id, queryOf(at)));
    if (!file) throw missing('file', path);
    return fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
  },
  getVersionsOfSet: ({ found, path: { project }, headers }, context) => {
    const [, group = '', artifact = ''] = /^(.*)\/(.*)$/.exec(project) ?? [];
    return currentDocument(found, `${group.replaceAll('/', '.')}:${artifact}/versions.json`, headers, context);
  },
};

function queryOf({ name: nameKey, version: versionKey, file: fileName }: Coordinates): FileQuery {
  return { nameKey, versionKey, fileName };
}
