/** Operations of uploads, which clients continue on any server. */
import { Failure } from '../../../model/failure.ts';
import { finishUpload } from '../../../registry/uploads/finish-upload.ts';
import { mountBytes } from '../../../registry/uploads/mount.ts';
import {
  appendToUpload,
  cancelUpload,
  checkOffset,
  openUpload,
  sizeOfUpload,
} from '../../../registry/uploads/sessions.ts';
import type { StagedBlob } from '../../../storage/blob-store.ts';
import { readChunk } from '../chunk.ts';
import { parseDigest } from '../digest.ts';
import { locations } from '../urls.ts';
import { findReadable } from '../readable-registry.ts';
import type { OciHeadChecks, OciOperations } from '../operation.ts';

type Uploads = Pick<
  OciOperations,
  'createBlobUpload' | 'getBlobUpload' | 'appendToBlobUpload' | 'finishBlobUpload' | 'cancelBlobUpload'
>;

interface ImagePath {
  readonly organization: string;
  readonly registry: string;
  readonly name: string;
}

export const uploads: Uploads = {
  createBlobUpload: async ({ found: { registry }, path, query, body, requireCaller: caller }, { larder }) => {
    const { mount, from, digest } = query;
    if (mount !== undefined) {
      const source = from === undefined ? undefined : await findReadable(larder, caller(), from);
      const bytes = { digest: hexOf(mount), source };
      if (await mountBytes(larder, registry, bytes)) return { status: 201, headers: blobHeaders(path, mount) };
    }
    const upload = await openUpload(larder, registry);
    if (digest === undefined) return { status: 202, headers: uploadHeaders(path, upload.id, 0) };
    if (body !== undefined) await appendToUpload(larder, upload, { offset: 0, staged: body.staged });
    await finishUpload(larder, registry, upload, hexOf(digest));
    return { status: 201, headers: blobHeaders(path, digest) };
  },

  getBlobUpload: async ({ found: { upload }, path }, { larder }) => ({
    status: 204,
    headers: uploadHeaders(path, upload.id, await sizeOfUpload(larder, upload)),
  }),

  appendToBlobUpload: async ({ found: { upload }, path, headers, body }, { larder }) => {
    const before = await sizeOfUpload(larder, upload);
    const range = headers['content-range'];
    const size = body === undefined ? before : await append(body.staged, { range, before });
    return { status: 202, headers: uploadHeaders(path, upload.id, size) };

    async function append(staged: StagedBlob, at: { range: string | undefined; before: number }): Promise<number> {
      const offset = offsetOf(staged, at);
      return await appendToUpload(larder, upload, { offset, staged });
    }
  },

  finishBlobUpload: async ({ found: { registry, upload }, path, query, headers, body }, { larder }) => {
    if (body !== undefined) {
      const before = await sizeOfUpload(larder, upload);
      const offset = offsetOf(body.staged, { range: headers['content-range'], before });
      await appendToUpload(larder, upload, { offset, staged: body.staged });
    }
    await finishUpload(larder, registry, upload, hexOf(query.digest));
    return { status: 201, headers: blobHeaders(path, query.digest) };
  },

  cancelBlobUpload: async ({ found: { upload } }, { larder }) => {
    await cancelUpload(larder, upload);
    return { status: 204 };
  },
};

/** A chunk at a wrong offset is rejected before it is received. */
const checkChunk: OciHeadChecks['appendToBlobUpload'] = async ({ found: { upload }, headers }, { larder }) => {
  const range = headers['content-range'];
  if (range !== undefined) await checkOffset(larder, upload, readChunk(range).start);
};

export const headChecks: OciHeadChecks = { appendToBlobUpload: checkChunk, finishBlobUpload: checkChunk };

function hexOf(digest: string): string {
  return parseDigest(digest)?.hex ?? '';
}

/** Without a range, a chunk continues the upload. */
function offsetOf(
  { size }: StagedBlob,
  { range, before }: { readonly range: string | undefined; readonly before: number },
): number {
  if (range === undefined) return before;
  const chunk = readChunk(range);
  if (chunk.size === size) return chunk.start;
  const detail = `Content-Range is of ${chunk.size} bytes, but the body has ${size}. Send the chunk again.`;
  throw new Failure('invalid-request', detail);
}

function uploadHeaders({ organization, registry, name }: ImagePath, id: string, size: number) {
  return {
    Location: locations.of('getBlobUpload', { organization, registry, name, upload: id }),
    // An empty upload has 0-0, too: docker rejects any other range.
    Range: `0-${Math.max(0, size - 1)}`,
    'Docker-Upload-UUID': id,
  };
}

function blobHeaders({ organization, registry, name }: ImagePath, digest: string) {
  return {
    Location: locations.of('getBlob', { organization, registry, name, digest }),
    'Docker-Content-Digest': digest,
  };
}
