/** Holding an upload, so that nobody else changes it until the transaction ends. */
import type { Database } from './transaction.ts';

/** Locks an upload, so that it gets one file at most, and none while it is being deleted. */
export async function holdUpload(trx: Database, id: string) {
  const lock = trx.updateTable('uploads').set((set) => ({ expires_at: set.ref('expires_at') }));
  return await lock.where('id', '=', id).returning(['sha256', 'registry_id']).executeTakeFirst();
}

/**
 * Deletes an upload whose blob gets another record that points to it, in the same transaction. False if there is no such
 * upload with these bytes; then it has expired or was published, and its blob may be gone.
 */
export async function takeUpload(trx: Database, id: string, sha256: string): Promise<boolean> {
  if ((await holdUpload(trx, id))?.sha256 !== sha256) return false;
  await trx.deleteFrom('uploads').where('id', '=', id).execute();
  return true;
}
