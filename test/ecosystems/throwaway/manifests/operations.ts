import type { HeadChecks, Operations } from '../../../../src/contract/operation.ts';
import { publisherOf } from '../../../../src/registry/callers.ts';
import { findStored } from '../../../../src/registry/find-stored.ts';
import { publishRelease } from '../../../../src/registry/publish-release.ts';
import { finishUpload } from '../../../../src/registry/uploads/finish-upload.ts';
import { appendToUpload, checkOffset, findUpload, openUpload } from '../../../../src/registry/uploads/sessions.ts';
import type { LarderEnv } from '../../../../src/serving/env.ts';
import { fileReply, typedFileReply } from '../../../../src/serving/file-reply.ts';
import { missing } from '../../../../src/serving/resolvers.ts';
import { versionAt } from '../version-at.ts';
import type { operations as described, parameterDefaults } from './generated/manifests.ts';
import { manifestUrls } from './urls.ts';

/** A wrong offset is rejected before the piece is received. */
export const headChecks: HeadChecks<described, parameterDefaults, LarderEnv> = {
  patchBlobUpload: async ({ found, path, query }, { larder }) => {
    const upload = await findUpload(larder, found.registry, path.session);
    await checkOffset(larder, upload, Number(query.offset));
  },
};

export const operations: Operations<described, parameterDefaults, LarderEnv> = {
  createBlobUpload: async ({ found, path }, { larder, urls }) => {
    const { id: session } = await openUpload(larder, found.registry);
    return { status: 202, headers: { Location: manifestUrls(urls.base).of('patchBlobUpload', { ...path, session }) } };
  },
  patchBlobUpload: async ({ found, path, query, body }, { larder }) => {
    const upload = await findUpload(larder, found.registry, path.session);
    const size = await appendToUpload(larder, upload, { offset: Number(query.offset), staged: body.staged });
    return { status: 202, headers: { Range: `0-${size - 1}` } };
  },
  publishBlob: async ({ found, path, query }, { larder }) => {
    const upload = await findUpload(larder, found.registry, path.session);
    await finishUpload(larder, found.registry, upload, sha256In(query.digest));
    return { status: 201 };
  },
  getManifestBlob: async ({ found, path, headers }, { larder }) => {
    const stored = await findStored(larder, found.registry, sha256In(path.digest));
    if (!stored) throw missing('file', path.digest);
    return fileReply(larder.blobs, { ...stored, lastModified: found.registry.createdAt }, headers);
  },
  publishManifest: async ({ found, path: { name, reference }, body, requireCaller: caller }, { larder }) => {
    await publishRelease(larder, found.registry, {
      files: [{ name: 'manifest.json', staged: body.staged }],
      claims: { name, reference },
      by: publisherOf(caller()),
    });
    return { status: 201 };
  },
  getManifest: async ({ found, path: { name, reference }, headers }, { larder }) => {
    const versionKey = await versionAt(larder, found.registry, name, reference);
    const query = { nameKey: name, versionKey, fileName: 'manifest.json' };
    const file = await larder.catalog.packages.findFile(found.registry.id, query);
    if (!file) throw missing('file', reference);
    return typedFileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
  },
  listManifestTags: async ({ found, path: { name } }, { larder }) => {
    const project = await larder.catalog.projects.find(found.registry.id, name);
    const tags = project ? await larder.catalog.projects.tags(project.id, { limit: 100 }) : [];
    return { status: 200, body: tags.map(({ tag }) => tag) };
  },
};

function sha256In(digest: string): string {
  return digest.slice('sha256:'.length);
}
