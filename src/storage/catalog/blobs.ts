import type { Blobs, ExistingRecords } from '../catalog.ts';
import type { Blob } from '../../model/records.ts';
import { BLOB_COLUMNS, toBlob } from './blob-rows.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

/** The records of blobs, and the list of unreferenced locations. */
export function createBlobs({ read, write }: Connections): Blobs {
  return {
    async unreferenced(limit, until) {
      const list = read.selectFrom('unreferenced_blobs').select('location').orderBy('since').orderBy('location');
      const old = until === undefined ? list : list.where('since', '<=', until.toISOString());
      return (await old.limit(limit).execute()).map((row) => row.location);
    },

    abandon: (locations, until) => abandon(write, locations, until),

    async forget(locations) {
      if (locations.length > 0) await transact(write, (trx) => forget(trx, locations));
    },

    async sha256Of(digest) {
      const column = digest.length === lengthOfSha512 ? 'sha512' : 'sha256';
      const query = read.selectFrom('blobs').where(column, '=', digest).select('sha256').limit(1);
      return (await query.executeTakeFirst())?.sha256;
    },

    ...readBlobs(read),
  };
}

/** The queries of the records of blobs. */
export function readBlobs(read: Database): ExistingRecords {
  return {
    async isAdopted(location) {
      const query = read.selectFrom('blobs').where('location', '=', location).select('sha256');
      return (await query.executeTakeFirst()) !== undefined;
    },

    async isUnreferenced(location) {
      const query = read.selectFrom('unreferenced_blobs').where('location', '=', location).select('location');
      return (await query.executeTakeFirst()) !== undefined;
    },

    walk: () => walkBlobs(read),
  };
}

/** In hexadecimal digits. */
const lengthOfSha512 = 128;

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
 * Locks first and reads afterwards. Transactions that remove references lock the rows of the list, those that add
 * references lock the rows of the blobs. So references are counted after all of these and before any later ones. The
 * rows of the list are locked before those of the blobs, each in order, as everywhere, so that no two transactions wait
 * for each other.
 */
async function abandon(write: Database, locations: readonly string[], until?: Date): Promise<string[]> {
  return await transact(write, async (trx) => {
    const listed: string[] = [];
    // If there is no row, another server has removed the bytes or found a reference.
    for (const location of locations.toSorted()) if (await holdListed(trx, location, until)) listed.push(location);
    const blobs: Held[] = [];
    for (const location of listed) blobs.push(...(await holdBlob(trx, location)));
    const needed = await findNeeded(trx, blobs);
    const kept = blobs.filter(({ sha256 }) => needed.has(sha256)).map(({ location }) => location);
    const unneeded = blobs.map(({ sha256 }) => sha256).filter((sha256) => !needed.has(sha256));
    if (unneeded.length > 0) await trx.deleteFrom('blobs').where('sha256', 'in', unneeded).execute();
    if (kept.length > 0) await forget(trx, kept);
    return listed.filter((location) => !kept.includes(location));
  });
}

interface Held {
  readonly sha256: string;
  readonly location: string;
}

async function holdListed(trx: Database, location: string, until: Date | undefined): Promise<boolean> {
  const lock = trx.updateTable('unreferenced_blobs').set({ location }).where('location', '=', location);
  const row = await lock.returning('since').executeTakeFirst();
  return row !== undefined && (until === undefined || row.since <= until.toISOString());
}

/** Skips blobs whose record was already dropped. */
async function holdBlob(trx: Database, location: string): Promise<Held[]> {
  const lock = trx.updateTable('blobs').set((set) => ({ size: set.ref('size') }));
  return await lock.where('location', '=', location).returning(['sha256', 'location']).execute();
}

/** Returns the digests of the blobs that are referenced. */
async function findNeeded(trx: Database, blobs: readonly Held[]): Promise<ReadonlySet<string | null>> {
  if (blobs.length === 0) return new Set();
  const digests = blobs.map(({ sha256 }) => sha256);
  const ofPackages = trx.selectFrom('files').where('sha256', 'in', digests).select('sha256').distinct();
  const pieces = trx.selectFrom('document_pieces');
  const ofDocuments = pieces.where('sha256', 'in', digests).select('sha256').distinct();
  const deflated = pieces.where('deflated_sha256', 'in', digests).select('deflated_sha256 as sha256').distinct();
  const ofUploads = trx.selectFrom('upload_pieces').where('sha256', 'in', digests).select('sha256').distinct();
  const found = new Set<string | null>();
  for (const query of [ofPackages, ofDocuments, deflated, ofUploads]) {
    for (const { sha256 } of await query.execute()) found.add(sha256);
  }
  return found;
}

async function forget(trx: Database, locations: readonly string[]): Promise<void> {
  await trx.deleteFrom('unreferenced_blobs').where('location', 'in', locations).execute();
}
