/**
 * The list of unreferenced locations. A transaction that removes a reference to a blob adds its location, even if other
 * references exist: only `Blobs.abandon` decides, with the blob locked, so that two deletions cannot rely on each
 * other.
 */
import { sql, type Expression } from 'kysely';
import type { Database } from './transaction.ts';

/** Unreferences the blobs of packages. */
export async function unreferencePackages(trx: Database, ids: readonly string[]): Promise<void> {
  await unreference(trx, trx.selectFrom('files').where('package_id', 'in', ids).select('sha256').$asScalar());
}

/** Unreferences the blobs of some files of a package. */
export async function unreferenceFiles(trx: Database, packageId: string, names: readonly string[]): Promise<void> {
  const ofPackage = trx.selectFrom('files').where('package_id', '=', packageId);
  await unreference(trx, ofPackage.where('name', 'in', names).select('sha256').$asScalar());
}

/** Unreferences the blobs of pieces of documents. */
export async function unreferencePieces(
  trx: Database,
  pieces: readonly { readonly sha256: string; readonly deflated_sha256: string | null }[],
): Promise<void> {
  const digests = pieces.flatMap((piece) => [piece.sha256, piece.deflated_sha256]).filter((digest) => digest !== null);
  if (digests.length > 0) await unreference(trx, digests);
}

/** Unreferences the blobs of uploads. */
export async function unreferenceUploads(trx: Database, ids: readonly string[]): Promise<void> {
  await unreference(trx, trx.selectFrom('upload_pieces').where('upload_id', 'in', ids).select('sha256').$asScalar());
}

async function unreference(trx: Database, digests: Expression<string> | readonly string[]): Promise<void> {
  const now = sql<string>`${new Date().toISOString()}`;
  const locations = trx
    .selectFrom('blobs')
    .where('sha256', 'in', digests)
    .select(['location', now.as('since')]);
  await trx
    .insertInto('unreferenced_blobs')
    .columns(['location', 'since'])
    // In one order everywhere, so that two transactions never wait for each other.
    .expression(locations.orderBy('location'))
    // The update also locks an existing row, so that `abandon` waits for this transaction.
    .onConflict((conflict) => conflict.column('location').doUpdateSet((set) => ({ since: set.ref('excluded.since') })))
    .execute();
}
