import type { Database } from './transaction.ts';

/**
 * Adds a revision to a registry and answers it; undefined when the registry has gone. Comes first in every transaction
 * that changes packages: it holds the registry's row, so that those transactions follow one another.
 */
export async function addRevision(trx: Database, registryId: string): Promise<number | undefined> {
  const row = await trx
    .updateTable('registries')
    .set((set) => ({ revision: set('revision', '+', 1) }))
    .where('id', '=', registryId)
    .where('deleted_at', 'is', null)
    .returning('revision')
    .executeTakeFirst();
  return row?.revision;
}

/** Holds the registry's row without adding a revision. False when the registry has gone. */
export async function holdRegistry(trx: Database, registryId: string): Promise<boolean> {
  const row = await trx
    .updateTable('registries')
    .set((set) => ({ revision: set.ref('revision') }))
    .where('id', '=', registryId)
    .where('deleted_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a registry is deleted, whether or not its records are still being removed. */
export async function isDeleted(db: Database, registryId: string): Promise<boolean> {
  const query = db.selectFrom('registries').where('id', '=', registryId).where('deleted_at', 'is', null);
  return (await query.select('id').executeTakeFirst()) === undefined;
}

/** Notes that a part of the index changed with a revision. */
export async function markPart(trx: Database, registryId: string, part: string, revision: number): Promise<void> {
  await trx
    .insertInto('index_parts')
    .values({ registry_id: registryId, part, revision })
    .onConflict((conflict) => conflict.columns(['registry_id', 'part']).doUpdateSet({ revision }))
    .execute();
}
