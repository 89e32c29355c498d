import type { Blobs, ExistingRecords } from '../catalog.ts';
import type { Blob } from '../records.ts';
import { BLOB_COLUMNS, toBlob } from './blob-rows.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

/** Which blobs live, and which may go. */
export function createBlobs({ read, write }: Connections): Blobs {
  return {
    async released(limit) {
      const rows = await read.selectFrom('released').select('location').orderBy('location').limit(limit).execute();
      return rows.map((row) => row.location);
    },

    abandon: (location) => abandon(write, location),

    async forget(location) {
      await transact(write, async (trx) => forget(trx, location));
    },

    ...readBlobs(read),
  };
}

/** What can be asked of the records of blobs. */
export function readBlobs(read: Database): ExistingRecords {
  return {
    async isAdopted(location) {
      const query = read.selectFrom('blobs').where('location', '=', location).select('sha256');
      return (await query.executeTakeFirst()) !== undefined;
    },

    async isReleased(location) {
      const query = read.selectFrom('released').where('location', '=', location).select('location');
      return (await query.executeTakeFirst()) !== undefined;
    },

    walk: () => walkBlobs(read),
  };
}

const BLOBS_AT_A_TIME = 500;

async function* walkBlobs(read: Database): AsyncGenerator<Blob> {
  let last = '';
  for (;;) {
    const query = read.selectFrom('blobs').where('location', '>', last).select(BLOB_COLUMNS);
    const rows = await query.orderBy('location').limit(BLOBS_AT_A_TIME).execute();
    for (const row of rows) yield toBlob(row);
    if (rows.length < BLOBS_AT_A_TIME) return;
    last = rows.at(-1)?.location ?? last;
  }
}

/**
 * Locks first, asks afterwards: the row of the list is held by those who stop pointing to the blob, the row of the blob
 * by those who start to, so that the question what points to it comes after all of them and before all others.
 */
async function abandon(write: Database, location: string): Promise<boolean> {
  return await transact(write, async (trx) => {
    const listed = await trx
      .updateTable('released')
      .set({ location })
      .where('location', '=', location)
      .returning('location')
      .executeTakeFirst();
    // Somebody else was here before, and has removed the bytes or found that they are needed.
    if (listed === undefined) return false;

    const blob = await trx
      .updateTable('blobs')
      .set((set) => ({ size: set.ref('size') }))
      .where('location', '=', location)
      .returning('sha256')
      .executeTakeFirst();
    if (blob === undefined) return true;

    if (await isNeeded(trx, blob.sha256)) {
      await forget(trx, location);
      return false;
    }
    await trx.deleteFrom('blobs').where('sha256', '=', blob.sha256).execute();
    return true;
  });
}

async function isNeeded(trx: Database, sha256: string): Promise<boolean> {
  const ofPackage = trx.selectFrom('files').where('sha256', '=', sha256).select('sha256').limit(1);
  if ((await ofPackage.executeTakeFirst()) !== undefined) return true;
  const ofIndex = trx.selectFrom('index_files').where('sha256', '=', sha256).select('sha256').limit(1);
  if ((await ofIndex.executeTakeFirst()) !== undefined) return true;
  const ofUpload = trx.selectFrom('uploads').where('sha256', '=', sha256).select('sha256').limit(1);
  return (await ofUpload.executeTakeFirst()) !== undefined;
}

async function forget(trx: Database, location: string): Promise<void> {
  await trx.deleteFrom('released').where('location', '=', location).execute();
}
