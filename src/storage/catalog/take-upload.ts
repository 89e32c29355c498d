/** Locks uploads until the transaction ends. */
import type { UploadWithBytes } from '../releases.ts';
import type { Database } from './transaction.ts';

/** Locks an upload, so that pieces are added one after the other, and none while it is being deleted. */
export async function holdUpload(trx: Database, id: string) {
  const lock = trx.updateTable('uploads').set((set) => ({ expires_at: set.ref('expires_at') }));
  return await lock.where('id', '=', id).returning(['registry_id', 'file_name', 'name']).executeTakeFirst();
}

/**
 * Deletes a finished upload whose blob gets another reference in the same transaction. Returns false if there is no such
 * upload with these bytes: it has expired or was published, and its blob may be removed.
 */
export async function takeUpload(trx: Database, id: string, sha256: string): Promise<boolean> {
  const upload = await holdUpload(trx, id);
  if (upload === undefined || (upload.name ?? upload.file_name) === null) return false;
  const piece = trx.selectFrom('upload_pieces').where('upload_id', '=', id).where('position', '=', 0);
  if ((await piece.select('sha256').executeTakeFirst())?.sha256 !== sha256) return false;
  await trx.deleteFrom('uploads').where('id', '=', id).execute();
  return true;
}

/** Deletes those uploads that still have their bytes, which get another reference. Returns their SHA-256. */
export async function takeUploads(trx: Database, uploads: readonly UploadWithBytes[]): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  for (const { id, sha256 } of uploads) if (await takeUpload(trx, id, sha256)) taken.add(sha256);
  return taken;
}
