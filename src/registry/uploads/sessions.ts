/**
 * Uploads in pieces, which clients of ecosystems continue after a lost connection, also on another server of the same
 * database. A piece is durable before it counts.
 */
import { v7 as uuid } from 'uuid';
import { Failure } from '../../model/failure.ts';
import { mostUploadPieces } from '../../model/limits.ts';
import type { Registry, UploadSession } from '../../model/records.ts';
import type { StagedBlob } from '../../storage/blob-store.ts';
import { commit } from '../../storage/commit.ts';
import type { UploadTooLarge, WrongOffset } from '../../storage/uploads.ts';
import type { Larder } from '../larder.ts';
import { writable } from '../writable.ts';

/** Opens an upload without bytes. */
export async function openUpload(larder: Larder, registry: Registry): Promise<UploadSession> {
  const { id: registryId, ecosystem } = registry;
  const upload = { id: uuid(), registryId, ecosystem, expiresAt: expiryOf(larder), name: null, file: null };
  await larder[writable].uploads.insert(upload);
  return upload;
}

/** Returns an upload of the registry. Throws `not-found` if it does not exist, belongs to another one or has expired. */
export async function findUpload({ catalog }: Larder, registry: Registry, id: string): Promise<UploadSession> {
  const upload = await catalog.uploads.find(id);
  if (upload?.registryId !== registry.id || upload.expiresAt <= new Date()) throw gone(id);
  return upload;
}

/** Returns the number of bytes that are stored, where the next piece begins. */
export async function sizeOfUpload({ catalog }: Larder, { id }: UploadSession): Promise<number> {
  const size = await catalog.uploads.size(id);
  if (size === undefined) throw gone(id);
  return size;
}

/**
 * Throws `upload-offset` with the right `offset`, or `upload-used`, if a piece at this offset cannot be added now. For
 * requests whose piece is not yet received.
 */
export async function checkOffset(larder: Larder, upload: UploadSession, offset: number): Promise<void> {
  if (upload.name !== null) throw finishedBefore();
  const size = await sizeOfUpload(larder, upload);
  if (offset !== size) throw wrongOffset(offset, { outcome: 'wrong-offset', size });
}

/**
 * Adds a piece and returns the number of bytes that are stored then. The upload expires later. Throws `upload-offset`
 * with the right `offset` if the piece does not begin there, `payload-too-large`, `upload-used` if the upload is
 * finished, or `not-found`.
 */
export async function appendToUpload(
  larder: Larder,
  { id }: UploadSession,
  { offset, staged }: { readonly offset: number; readonly staged: StagedBlob },
): Promise<number> {
  const { size, digests, location } = staged;
  const piece = {
    offset,
    blob: { size, digests, location },
    mostBytes: larder.maxPackageSize,
    mostPieces: mostUploadPieces,
    expiresAt: expiryOf(larder),
  };
  const added = await commit([staged], () => larder[writable].uploads.append(id, piece));
  if (added.outcome === 'gone') throw gone(id);
  if (added.outcome === 'used') throw finishedBefore();
  if (added.outcome === 'wrong-offset') throw wrongOffset(offset, added);
  if (added.outcome === 'too-large') throw tooLarge(larder, added);
  return added.size;
}

/** Deletes an upload and its bytes. Throws `not-found` if it no longer exists. */
export async function cancelUpload(larder: Larder, { id }: UploadSession): Promise<void> {
  if (!(await larder[writable].uploads.delete(id))) throw gone(id);
}

export function expiryOf({ uploadLifetime }: Larder): Date {
  return new Date(Date.now() + uploadLifetime);
}

/** Finished uploads live longer, because a client pushes large layers for hours before the manifest that names them. */
export function finishedExpiryOf({ finishedUploadLifetime }: Larder): Date {
  return new Date(Date.now() + finishedUploadLifetime);
}

export function gone(id: string): Failure {
  return new Failure('not-found', `Upload "${id}" not found: it has ended or expired. Begin another upload.`);
}

export function finishedBefore(): Failure {
  return new Failure('upload-used', 'The upload is finished. Begin another upload for other bytes.');
}

export function wrongOffset(offset: number, { size }: WrongOffset): Failure {
  const detail = `The piece begins at byte ${offset}, but the upload has ${size} bytes. Continue at byte ${size}.`;
  return new Failure('upload-offset', detail, { members: { offset: size } });
}

function tooLarge({ maxPackageSize }: Larder, { limit }: UploadTooLarge): Failure {
  const detail = {
    bytes: `The upload would have more than the maximum of ${maxPackageSize} bytes. Publish a smaller file, or ask the operator to raise LARDER_MAX_PACKAGE_SIZE.`,
    pieces: `The upload has ${mostUploadPieces} pieces, the maximum. Begin another upload, and send larger pieces.`,
  }[limit];
  return new Failure('payload-too-large', detail);
}
