/** Finishes uploads in pieces: checks the digest of all bytes, which are one blob from then on. */
import { Failure } from '../../model/failure.ts';
import type { Blob, Registry, UploadPiece, UploadSession } from '../../model/records.ts';
import type { Digests } from '../../model/values.ts';
import type { BlobStore, StagedBlob } from '../../storage/blob-store.ts';
import { commit } from '../../storage/commit.ts';
import type { Larder } from '../larder.ts';
import { writable } from '../writable.ts';
import { finishedExpiryOf, finishedBefore, gone, wrongOffset } from './sessions.ts';

/**
 * Finishes an upload whose bytes have this SHA-256 or SHA-512, in hexadecimal digits. They can be found by either
 * (`findStored`) until the upload expires or is published. Can be repeated. Throws `digest-mismatch` if the bytes have another one, which ends the upload;
 * `upload-offset` if a piece was added meanwhile; `upload-used` if it was finished with another one; or `not-found`.
 */
export async function finishUpload(
  larder: Larder,
  registry: Registry,
  upload: UploadSession,
  digest: string,
): Promise<Pick<Blob, 'size' | 'digests'>> {
  const pieces = await larder.catalog.uploads.pieces(upload.id);
  const [only] = pieces;
  if (only && pieces.length === 1) return await finishWith(larder, upload, digest, only.blob, []);
  const joined = await joinPieces(larder, registry, upload, pieces);
  try {
    return await finishWith(larder, upload, digest, joined, [joined]);
  } finally {
    await joined.discard();
  }
}

async function finishWith(
  larder: Larder,
  { id }: UploadSession,
  digest: string,
  { size, digests, location }: Blob,
  staged: readonly StagedBlob[],
): Promise<Pick<Blob, 'size' | 'digests'>> {
  const isRight = digest === digests.sha256 || digest === digests.sha512;
  // The catalog compares the name with the SHA-256.
  const finish = {
    name: isRight ? digests.sha256 : digest,
    size,
    blob: { size, digests, location },
    expiresAt: finishedExpiryOf(larder),
  };
  const outcome = await commit(staged, () => larder[writable].uploads.finish(id, finish));
  if (outcome.outcome === 'gone') throw gone(id);
  if (outcome.outcome === 'used') throw finishedBefore();
  if (outcome.outcome === 'wrong-offset') throw wrongOffset(size, outcome);
  if (outcome.outcome === 'mismatch') throw mismatch(digest, digests);
  return { size, digests };
}

/** Writes the bytes of several pieces, or of none, to one file. */
async function joinPieces(
  { blobs, catalog, ecosystems }: Larder,
  { ecosystem }: Registry,
  { id }: UploadSession,
  pieces: readonly UploadPiece[],
): Promise<StagedBlob> {
  try {
    return await blobs.stage(bytesOf(blobs, pieces), { extraDigests: ecosystems[ecosystem].extraDigests });
  } catch (error) {
    // The upload may end and its bytes may be removed while they are read.
    if (await catalog.uploads.find(id)) throw error;
    throw gone(id);
  }
}

async function* bytesOf(blobs: BlobStore, pieces: readonly UploadPiece[]): AsyncGenerator<Uint8Array> {
  for (const { blob } of pieces) {
    // A copy, because the chunk changes when the next one is requested, and is still being written then.
    for await (const chunk of await blobs.open(blob.location)) yield Uint8Array.from(chunk);
  }
}

function mismatch(claimed: string, { sha256, sha512 }: Digests): Failure {
  const actual = claimed.length === sha512.length ? `SHA-512 ${sha512}` : `SHA-256 ${sha256}`;
  const detail = `The bytes have the ${actual} instead of ${claimed}. Begin another upload, and send them again.`;
  return new Failure('digest-mismatch', detail);
}
