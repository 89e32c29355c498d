/** Adds pieces to uploads, and joins them. */
import type { Blob, NamedBlob, UploadPiece } from '../../model/records.ts';
import type { Finish, NewPiece, Uploads } from '../uploads.ts';
import { adopt } from './blob-rows.ts';
import { removeUploads } from './remove-uploads.ts';
import { isDeleted } from './revisions.ts';
import { holdUpload } from './take-upload.ts';
import { transact } from './transaction.ts';
import type { Database } from './transaction.ts';
import { unreferenceUploads } from './unreference.ts';

export async function storeFile(write: Database, id: string, { name, blob }: NamedBlob): ReturnType<Uploads['store']> {
  return await transact(write, async (trx) => {
    const upload = await holdUpload(trx, id);
    if (upload === undefined || (await isDeleted(trx, upload.registry_id))) return { outcome: 'gone' };
    if ((await endOf(trx, id)).pieces > 0) return { outcome: 'used' };
    const adopted = await adopt(trx, [blob]);
    await insertPiece(trx, id, { position: 0, offset: 0, blob });
    await trx.updateTable('uploads').set({ file_name: name }).where('id', '=', id).execute();
    return { outcome: 'stored', adopted };
  });
}

export async function appendPiece(
  write: Database,
  id: string,
  { offset, blob, mostBytes, mostPieces, expiresAt }: NewPiece,
): ReturnType<Uploads['append']> {
  return await transact(write, async (trx) => {
    const upload = await holdUpload(trx, id);
    if (upload === undefined || (await isDeleted(trx, upload.registry_id))) return { outcome: 'gone' };
    if (isFinished(upload)) return { outcome: 'used' };
    const { size, pieces } = await endOf(trx, id);
    if (offset !== size) return { outcome: 'wrong-offset', size };
    if (size + blob.size > mostBytes) return { outcome: 'too-large', limit: 'bytes' };
    if (pieces >= mostPieces) return { outcome: 'too-large', limit: 'pieces' };
    const adopted = await adopt(trx, [blob]);
    await insertPiece(trx, id, { position: pieces, offset, blob });
    await trx.updateTable('uploads').set({ expires_at: expiresAt.toISOString() }).where('id', '=', id).execute();
    return { outcome: 'added', size: size + blob.size, adopted };
  });
}

export async function finishUpload(
  write: Database,
  id: string,
  { name, blob, expiresAt }: Finish,
): ReturnType<Uploads['finish']> {
  return await transact(write, async (trx) => {
    const upload = await holdUpload(trx, id);
    if (upload === undefined || (await isDeleted(trx, upload.registry_id))) return { outcome: 'gone' };
    if (upload.name === name) return { outcome: 'finished', adopted: new Set<string>() };
    if (isFinished(upload)) return { outcome: 'used' };
    // Pieces are only added, so the bytes are the same if their number is.
    const { size, pieces } = await endOf(trx, id);
    if (size !== blob.size) return { outcome: 'wrong-offset', size };
    if (blob.digests.sha256 !== name) {
      await removeUploads(trx, [id]);
      return { outcome: 'mismatch' };
    }
    const adopted = pieces === 1 ? new Set<string>() : await replacePieces(trx, id, blob);
    const finished = { name, expires_at: expiresAt.toISOString() };
    await trx.updateTable('uploads').set(finished).where('id', '=', id).execute();
    return { outcome: 'finished', adopted };
  });
}

async function replacePieces(trx: Database, id: string, blob: Blob): Promise<ReadonlySet<string>> {
  await unreferenceUploads(trx, [id]);
  await trx.deleteFrom('upload_pieces').where('upload_id', '=', id).execute();
  const adopted = await adopt(trx, [blob]);
  await insertPiece(trx, id, { position: 0, offset: 0, blob });
  return adopted;
}

export async function insertPiece(
  trx: Database,
  id: string,
  { position, offset, blob }: UploadPiece & { readonly position: number },
): Promise<void> {
  const row = { upload_id: id, position, offset, size: blob.size, sha256: blob.digests.sha256 };
  await trx.insertInto('upload_pieces').values(row).execute();
}

function isFinished({ name, file_name: fileName }: { name: string | null; file_name: string | null }): boolean {
  return name !== null || fileName !== null;
}

/** Returns the numbers of bytes and of pieces. */
async function endOf(trx: Database, id: string): Promise<{ readonly size: number; readonly pieces: number }> {
  const ofUpload = trx.selectFrom('upload_pieces').where('upload_id', '=', id).orderBy('position', 'desc');
  const last = await ofUpload.select(['position', 'offset', 'size']).limit(1).executeTakeFirst();
  if (last === undefined) return { size: 0, pieces: 0 };
  return { size: last.offset + last.size, pieces: last.position + 1 };
}
