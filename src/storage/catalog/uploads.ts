import type { UploadSession } from '../../model/records.ts';
import type { Uploads } from '../uploads.ts';
import { BLOB_COLUMNS, adopt, holdBlobs, toBlob } from './blob-rows.ts';
import { findUploads, toUpload } from './find-uploads.ts';
import { deleteExpired, removeUploads } from './remove-uploads.ts';
import { holdRegistry } from './revisions.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';
import { appendPiece, finishUpload, insertPiece, storeFile } from './upload-pieces.ts';

/** Uploads and their pieces. */
export function createUploads(connections: Connections): Uploads {
  const { read, write } = connections;
  return {
    insert: (upload) => insertUpload(write, upload),

    insertExisting: (upload) => insertExisting(write, upload),

    async find(id) {
      const row = await findUploads(read).where('uploads.id', '=', id).executeTakeFirst();
      return row && toUpload(row);
    },

    async findNamed(registryId, name, expiresAfter) {
      const named = findUploads(read).where('registry_id', '=', registryId).where('uploads.name', '=', name);
      const valid = named.where('expires_at', '>', expiresAfter.toISOString());
      const row = await valid.orderBy('uploads.id', 'desc').limit(1).executeTakeFirst();
      return row && toUpload(row);
    },

    size: (id) => findSize(read, id),

    async pieces(id) {
      const pieces = read.selectFrom('upload_pieces').innerJoin('blobs', 'blobs.sha256', 'upload_pieces.sha256');
      const ofUpload = pieces
        .where('upload_id', '=', id)
        .orderBy('position')
        .select(['offset', ...BLOB_COLUMNS]);
      return (await ofUpload.execute()).map((row) => ({ offset: row.offset, blob: toBlob(row) }));
    },

    store: (id, file) => storeFile(write, id, file),
    append: (id, piece) => appendPiece(write, id, piece),
    finish: (id, finish) => finishUpload(write, id, finish),
    delete: (id) => transact(write, async (trx) => (await removeUploads(trx, [id])) > 0),
    deleteExpired: (before, limit) => deleteExpired(connections, before, limit),
  };
}

/** Excludes uploads to deleted registries. */
async function insertUpload(write: Database, { id, registryId, expiresAt, name, file }: UploadSession): Promise<void> {
  await transact(write, async (trx) => {
    if (!(await holdRegistry(trx, registryId))) return;
    if (file !== null) await adopt(trx, [file.blob]);
    const fileName = name === null && file !== null ? file.name : null;
    const row = { id, registry_id: registryId, expires_at: expiresAt.toISOString(), file_name: fileName, name };
    await trx.insertInto('uploads').values(row).execute();
    if (file !== null) await insertPiece(trx, id, { position: 0, offset: 0, blob: file.blob });
  });
}

async function insertExisting(
  write: Database,
  { id, registryId, expiresAt, name, file: { blob } }: Parameters<Uploads['insertExisting']>[0],
): Promise<boolean> {
  return await transact(write, async (trx) => {
    if (!(await holdRegistry(trx, registryId))) return false;
    const { sha256 } = blob.digests;
    await holdBlobs(trx, [sha256]);
    const record = trx.selectFrom('blobs').where('sha256', '=', sha256).where('location', '=', blob.location);
    if ((await record.select('sha256').executeTakeFirst()) === undefined) return false;
    const row = { id, registry_id: registryId, expires_at: expiresAt.toISOString(), file_name: null, name };
    await trx.insertInto('uploads').values(row).execute();
    await insertPiece(trx, id, { position: 0, offset: 0, blob });
    return true;
  });
}

async function findSize(read: Database, id: string): Promise<number | undefined> {
  const row = await read
    .selectFrom('uploads')
    .leftJoin('upload_pieces', 'upload_id', 'uploads.id')
    .where('uploads.id', '=', id)
    .orderBy('position', 'desc')
    .select(['offset', 'size'])
    .limit(1)
    .executeTakeFirst();
  return row && (row.offset ?? 0) + (row.size ?? 0);
}
