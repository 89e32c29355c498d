/**
 * The list of released locations. What a transaction stops pointing to goes on it, whether or not something else still
 * points there: only `Blobs.abandon` decides, alone with the blob, so that two deletions cannot each trust the other.
 */
import type { Expression, NotNull } from 'kysely';
import type { Database } from './transaction.ts';

/** Releases the blobs of a package. */
export async function releasePackage(trx: Database, packageId: string): Promise<void> {
  await release(trx, trx.selectFrom('files').where('package_id', '=', packageId).select('sha256').$asScalar());
}

/** Releases the blobs of the indexes of a registry, up to a revision. */
export async function releaseIndexes(trx: Database, registryId: string, lastRevision: number): Promise<void> {
  const files = trx.selectFrom('index_files').where('registry_id', '=', registryId);
  await release(trx, files.where('revision', '<=', lastRevision).select('sha256').$asScalar());
}

/** Releases the blob of an upload, if it has one. */
export async function releaseUpload(trx: Database, uploadId: string): Promise<void> {
  await release(trx, uploadsWithFile(trx).where('id', '=', uploadId).$asScalar());
}

/** Releases the blobs of all packages, indexes and uploads of a registry. */
export async function releaseRegistry(trx: Database, registryId: string): Promise<void> {
  const ofPackages = trx.selectFrom('files').where('registry_id', '=', registryId).select('sha256');
  const ofIndexes = trx.selectFrom('index_files').where('registry_id', '=', registryId).select('sha256');
  const ofUploads = uploadsWithFile(trx).where('registry_id', '=', registryId);
  await release(trx, ofPackages.unionAll(ofIndexes).unionAll(ofUploads).$asScalar());
}

function uploadsWithFile(trx: Database) {
  return trx.selectFrom('uploads').select('sha256').$narrowType<{ sha256: NotNull }>().where('sha256', 'is not', null);
}

async function release(trx: Database, digests: Expression<string>): Promise<void> {
  const locations = trx.selectFrom('blobs').where('sha256', 'in', digests).select('location');
  await trx
    .insertInto('released')
    .columns(['location'])
    // In one order everywhere, so that two transactions never wait for each other.
    .expression(locations.orderBy('location'))
    // An update rather than nothing: it holds a row that is there already, so that `abandon` waits for us.
    .onConflict((conflict) =>
      conflict.column('location').doUpdateSet((set) => ({ location: set.ref('excluded.location') })),
    )
    .execute();
}
