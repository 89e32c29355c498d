/**
 * The list of released locations. What a transaction stops pointing to goes on it, whether or not something else still
 * points there: only `Blobs.abandon` decides, alone with the blob, so that two deletions cannot each trust the other.
 */
import type { SelectQueryBuilder } from 'kysely';
import type { Schema } from './schema.ts';
import type { Database } from './transaction.ts';

/** Releases the blobs of a package. */
export async function releasePackage(trx: Database, packageId: string): Promise<void> {
  await release(trx, trx.selectFrom('files').where('package_id', '=', packageId).select('sha256'));
}

/** Releases the blobs of the indexes of a registry, up to a revision. */
export async function releaseIndexes(trx: Database, registryId: string, lastRevision: number): Promise<void> {
  const files = trx.selectFrom('index_files').where('registry_id', '=', registryId);
  await release(trx, files.where('revision', '<=', lastRevision).select('sha256'));
}

/** Releases the blobs of all packages and indexes of a registry. */
export async function releaseRegistry(trx: Database, registryId: string): Promise<void> {
  await release(trx, trx.selectFrom('files').where('registry_id', '=', registryId).select('sha256'));
  await releaseIndexes(trx, registryId, Number.MAX_SAFE_INTEGER);
}

type DigestsOf<Table extends keyof Schema> = SelectQueryBuilder<Schema, Table, { sha256: string }>;

async function release(trx: Database, digests: DigestsOf<'files'> | DigestsOf<'index_files'>): Promise<void> {
  await trx
    .insertInto('released')
    .columns(['location'])
    // In one order everywhere, so that two transactions never wait for each other.
    .expression(trx.selectFrom('blobs').where('sha256', 'in', digests).select('location').orderBy('location'))
    // An update rather than nothing: it holds a row that is there already, so that `abandon` waits for us.
    .onConflict((conflict) =>
      conflict.column('location').doUpdateSet((set) => ({ location: set.ref('excluded.location') })),
    )
    .execute();
}
