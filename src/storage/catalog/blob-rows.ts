import type { Selectable } from 'kysely';
import { createPauses } from '../../model/pauses.ts';
import type { Digests } from '../../model/values.ts';
import type { Blob } from '../../model/records.ts';
import { preparedStatement } from './prepared-query.ts';
import type { BlobsTable } from './schema.ts';
import type { Database } from './transaction.ts';

type BlobRow = Selectable<BlobsTable>;

/** The columns of a blob, for joins. */
export const BLOB_COLUMNS = [
  'blobs.sha256',
  'blobs.sha512',
  'blobs.md5',
  'blobs.sha1',
  'blobs.size',
  'blobs.location',
] as const;

/** Converts a row to a blob. */
export function toBlob(row: BlobRow): Blob {
  return { digests: toDigests(row), size: row.size, location: row.location };
}

/** Returns the digests in a row. Digests that were not computed are absent. */
export function toDigests(row: Pick<BlobRow, 'sha256' | 'sha512' | 'md5' | 'sha1'>): Digests {
  return {
    sha256: row.sha256,
    sha512: row.sha512,
    ...(row.md5 === null ? {} : { md5: row.md5 }),
    ...(row.sha1 === null ? {} : { sha1: row.sha1 }),
  };
}

/**
 * Ensures that each blob has a record, and returns the offered locations that were adopted. None of the blobs can be
 * abandoned until the transaction ends. Blobs in `existing` must already have a record; no new one is created, because
 * their bytes may already be removed if the record is missing.
 */
export async function adopt(
  trx: Database,
  blobs: readonly Blob[],
  existing: readonly Blob[] = [],
): Promise<ReadonlySet<string>> {
  const adopted = new Set<string>();
  const pause = createPauses();
  for (const blob of blobs.toSorted((a, b) => byDigest(a.digests.sha256, b.digests.sha256))) {
    if (existing.includes(blob)) {
      await holdBlobs(trx, [blob.digests.sha256]);
      continue;
    }
    const [row] = await putBlob(trx, toRow(blob));
    if (row?.location === blob.location) adopted.add(row.location);
    await pause();
  }
  return adopted;
}

const putBlob = preparedStatement((trx, row: BlobRow) =>
  trx
    .insertInto('blobs')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('sha256').doUpdateSet((set) => ({
        md5: set.fn.coalesce('blobs.md5', 'excluded.md5'),
        sha1: set.fn.coalesce('blobs.sha1', 'excluded.sha1'),
      })),
    )
    .returning('location'),
);

/** Locks these blobs, so that none can be abandoned until the transaction ends. */
export async function holdBlobs(trx: Database, digests: readonly string[]): Promise<void> {
  for (const sha256 of digests.toSorted(byDigest)) {
    const lock = trx.updateTable('blobs').set((set) => ({ size: set.ref('size') }));
    await lock.where('sha256', '=', sha256).execute();
  }
}

/** The order in which all transactions lock blobs, so that two never wait for each other. */
function byDigest(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function toRow({ digests, size, location }: Blob): BlobRow {
  const { sha256, sha512, md5 = null, sha1 = null } = digests;
  return { sha256, sha512, md5, sha1, size, location };
}
