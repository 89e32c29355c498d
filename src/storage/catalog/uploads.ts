import type { Uploads } from '../catalog.ts';
import type { NamedBlob, UploadSession } from '../../model/records.ts';
import { BLOB_COLUMNS, adopt, toBlob } from './blob-rows.ts';
import { unreferenceUploads } from './unreference.ts';
import { holdRegistry, isDeleted } from './revisions.ts';
import { holdUpload } from './take-upload.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

/** Presigned uploads. */
export function createUploads(connections: Connections): Uploads {
  const { read, write } = connections;
  return {
    insert: (upload) => insertUpload(write, upload),
    find: (id) => findUpload(read, id),
    store: (id, file) => storeFile(write, id, file),
    delete: (id) => deleteUpload(write, id),

    deleteExpired: (before, limit) => deleteExpired(connections, before, limit),
  };
}

/** Excludes uploads to deleted registries. */
async function insertUpload(write: Database, { id, registryId, expiresAt, file }: UploadSession): Promise<void> {
  await transact(write, async (trx) => {
    if (!(await holdRegistry(trx, registryId))) return;
    if (file !== null) await adopt(trx, [file.blob]);
    const row = { id, registry_id: registryId, expires_at: expiresAt.toISOString(), ...toFileColumns(file) };
    await trx.insertInto('uploads').values(row).execute();
  });
}

async function storeFile(write: Database, id: string, file: NamedBlob): ReturnType<Uploads['store']> {
  return await transact(write, async (trx) => {
    const upload = await holdUpload(trx, id);
    if (upload === undefined || (await isDeleted(trx, upload.registry_id))) return { outcome: 'gone' };
    if (upload.sha256 !== null) return { outcome: 'used' };
    const adopted = await adopt(trx, [file.blob]);
    await trx.updateTable('uploads').set(toFileColumns(file)).where('id', '=', id).execute();
    return { outcome: 'stored', adopted };
  });
}

async function deleteUpload(write: Database, id: string): Promise<boolean> {
  return await transact(write, async (trx) => (await removeUploads(trx, [id])) > 0);
}

/** Deletes uploads and unreferences their blobs. Returns their number. */
export async function removeUploads(trx: Database, ids: readonly string[]): Promise<number> {
  const held: string[] = [];
  for (const id of ids.toSorted()) if ((await holdUpload(trx, id)) !== undefined) held.push(id);
  if (held.length === 0) return 0;
  await unreferenceUploads(trx, held);
  await trx.deleteFrom('uploads').where('id', 'in', held).execute();
  return held.length;
}

async function findUpload(db: Database, id: string): Promise<UploadSession | undefined> {
  const upload = await db.selectFrom('uploads').where('id', '=', id).selectAll().executeTakeFirst();
  if (upload === undefined || (await isDeleted(db, upload.registry_id))) return undefined;
  const { registry_id: registryId, expires_at: expiresAt, file_name: name, sha256 } = upload;
  const common = { id, registryId, expiresAt: new Date(expiresAt) };
  if (name === null || sha256 === null) return { ...common, file: null };
  const blob = await db.selectFrom('blobs').where('sha256', '=', sha256).select(BLOB_COLUMNS).executeTakeFirst();
  // The upload was deleted between the two reads.
  return blob === undefined ? undefined : { ...common, file: { name, blob: toBlob(blob) } };
}

async function deleteExpired({ read, write }: Connections, before: Date, limit: number): Promise<number> {
  const expired = read.selectFrom('uploads').where('expires_at', '<', before.toISOString()).select('id');
  const ids = (await expired.orderBy('expires_at').limit(limit).execute()).map(({ id }) => id);
  return ids.length === 0 ? 0 : await transact(write, (trx) => removeUploads(trx, ids));
}

function toFileColumns(file: NamedBlob | null) {
  return { file_name: file?.name ?? null, sha256: file?.blob.digests.sha256 ?? null };
}
