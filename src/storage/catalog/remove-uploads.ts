/** Deletes uploads. */
import { holdUpload } from './take-upload.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';
import { unreferenceUploads } from './unreference.ts';

/** The number of pieces after which no further upload is deleted in the same transaction. */
const PIECES_AT_A_TIME = 250;

/** Deletes uploads and unreferences their blobs. Stops early if they have many pieces. Returns their number. */
export async function removeUploads(trx: Database, ids: readonly string[]): Promise<number> {
  const held: string[] = [];
  let pieces = 0;
  for (const id of ids.toSorted()) {
    if (pieces >= PIECES_AT_A_TIME) break;
    if ((await holdUpload(trx, id)) === undefined) continue;
    held.push(id);
    pieces += await countPieces(trx, id);
  }
  if (held.length === 0) return 0;
  await unreferenceUploads(trx, held);
  await trx.deleteFrom('uploads').where('id', 'in', held).execute();
  return held.length;
}

export async function deleteExpired({ read, write }: Connections, before: Date, limit: number): Promise<number> {
  const expired = read.selectFrom('uploads').where('expires_at', '<', before.toISOString()).select('id');
  const ids = (await expired.orderBy('expires_at').limit(limit).execute()).map(({ id }) => id);
  return ids.length === 0 ? 0 : await transact(write, (trx) => removeUploads(trx, ids));
}

async function countPieces(trx: Database, id: string): Promise<number> {
  const ofUpload = trx.selectFrom('upload_pieces').where('upload_id', '=', id).orderBy('position', 'desc');
  const last = await ofUpload.select('position').limit(1).executeTakeFirst();
  return last === undefined ? 0 : last.position + 1;
}
