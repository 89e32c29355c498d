/** Locks uploads until the transaction ends. */
import type { Database } from './transaction.ts';

/** Locks an upload, so that it gets at most one file, and none while it is being deleted. */
export async function holdUpload(trx: Database, id: string) {
  const lock = trx.updateTable('uploads').set((set) => ({ expires_at: set.ref('expires_at') }));
  return await lock.where('id', '=', id).returning(['sha256', 'registry_id']).executeTakeFirst();
}

/**
 * Deletes an upload whose blob gets another reference in the same transaction. Returns false if there is no such upload
 * with these bytes: it has expired or was published, and its blob may be removed.
 */
export async function takeUpload(trx: Database, id: string, sha256: string): Promise<boolean> {
  if ((await holdUpload(trx, id))?.sha256 !== sha256) return false;
  await trx.deleteFrom('uploads').where('id', '=', id).execute();
  return true;
}
