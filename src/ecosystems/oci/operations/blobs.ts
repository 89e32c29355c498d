/** Operations of blobs. They belong to the registry: every image in it has them. */
import { Failure } from '../../../model/failure.ts';
import { findStored } from '../../../registry/find-stored.ts';
import { deleteFinished } from '../../../registry/uploads/delete-finished.ts';
import { keptByDigest } from '../../../serving/caching.ts';
import { storedReply } from '../../../serving/file-reply.ts';
import { missing } from '../../../serving/resolvers.ts';
import { parseDigest } from '../digest.ts';
import type { OciOperations } from '../operation.ts';

export const blobs: Pick<OciOperations, 'getBlob' | 'deleteBlob'> = {
  getBlob: async ({ found: { registry }, path: { digest }, headers }, { larder }) => {
    const stored = await findStored(larder, registry, parseDigest(digest)?.hex ?? '');
    if (!stored) throw missing('blob', digest);
    const file = { blob: stored.blob, lastModified: registry.createdAt, caching: keptByDigest(registry) };
    return storedReply(larder.blobs, file, headers, { 'Docker-Content-Digest': digest });
  },

  deleteBlob: async ({ found: { registry }, path: { digest } }, { larder }) => {
    const hex = parseDigest(digest)?.hex ?? '';
    const deleted = await deleteFinished(larder, registry, hex);
    const stored = await findStored(larder, registry, hex);
    if (stored) throw new Failure('package-needed', `A manifest names ${digest}. Delete the manifest first.`);
    if (!deleted) throw missing('blob', digest);
    return { status: 202 };
  },
};
