import type { Uploads } from '../catalog.ts';
import type { NewFile, Upload } from '../records.ts';
import { BLOB_COLUMNS, adopt, toBlob } from './blob-rows.ts';
import { releaseUpload } from './release.ts';
import { holdRegistry } from './revisions.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

const EXPIRED_AT_A_TIME = 100;

/** Presigned uploads. */
export function createUploads({ read, write }: Connections): Uploads {
  return {
    insert: (upload) => insertUpload(write, upload),
    find: (id) => findUpload(read, id),
    store: (id, file) => storeFile(write, id, file),
    delete: (id) => deleteUpload(write, id),

    async deleteExpired(before) {
      let deleted = 0;
      for (;;) {
        const expired = await findExpired(read, before);
        // Each in a transaction of its own, so that nobody has to wait for all of them.
        for (const id of expired) deleted += (await deleteUpload(write, id)) ? 1 : 0;
        if (expired.length < EXPIRED_AT_A_TIME) return deleted;
      }
    },
  };
}

/** An upload to a registry that has gone is gone as well. */
async function insertUpload(write: Database, { id, registryId, expiresAt, file }: Upload): Promise<void> {
  await transact(write, async (trx) => {
    if (!(await holdRegistry(trx, registryId))) return;
    if (file !== null) await adopt(trx, [file.blob]);
    const row = { id, registry_id: registryId, expires_at: expiresAt.toISOString(), ...toFileColumns(file) };
    await trx.insertInto('uploads').values(row).execute();
  });
}

async function storeFile(write: Database, id: string, file: NewFile): ReturnType<Uploads['store']> {
  return await transact(write, async (trx) => {
    const upload = await holdUpload(trx, id);
    if (upload === undefined) return { outcome: 'gone' };
    if (upload.sha256 !== null) return { outcome: 'used' };
    const adopted = await adopt(trx, [file.blob]);
    await trx.updateTable('uploads').set(toFileColumns(file)).where('id', '=', id).execute();
    return { outcome: 'stored', adopted };
  });
}

async function deleteUpload(write: Database, id: string): Promise<boolean> {
  return await transact(write, async (trx) => {
    if ((await holdUpload(trx, id)) === undefined) return false;
    await releaseUpload(trx, id);
    await trx.deleteFrom('uploads').where('id', '=', id).execute();
    return true;
  });
}

/** Locks an upload, so that it gets one file at most, and none while it is being deleted. */
async function holdUpload(trx: Database, id: string): Promise<{ readonly sha256: string | null } | undefined> {
  const lock = trx.updateTable('uploads').set((set) => ({ expires_at: set.ref('expires_at') }));
  return await lock.where('id', '=', id).returning('sha256').executeTakeFirst();
}

async function findUpload(db: Database, id: string): Promise<Upload | undefined> {
  const upload = await db.selectFrom('uploads').where('id', '=', id).selectAll().executeTakeFirst();
  if (upload === undefined) return undefined;
  const { registry_id: registryId, expires_at: expiresAt, file_name: name, sha256 } = upload;
  const common = { id, registryId, expiresAt: new Date(expiresAt) };
  if (name === null || sha256 === null) return { ...common, file: null };
  const blob = await db.selectFrom('blobs').where('sha256', '=', sha256).select(BLOB_COLUMNS).executeTakeFirst();
  // Deleted between the two reads, and its blob with it.
  return blob === undefined ? undefined : { ...common, file: { name, blob: toBlob(blob) } };
}

async function findExpired(db: Database, before: Date): Promise<string[]> {
  const expired = db.selectFrom('uploads').where('expires_at', '<', before.toISOString()).select('id');
  const rows = await expired.orderBy('expires_at').limit(EXPIRED_AT_A_TIME).execute();
  return rows.map((row) => row.id);
}

function toFileColumns(file: NewFile | null) {
  return { file_name: file?.name ?? null, sha256: file?.blob.digests.sha256 ?? null };
}
