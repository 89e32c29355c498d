import { step } from '../../model/steps.ts';
import { preparedStatement } from './prepared-query.ts';
import type { Database } from './transaction.ts';

/**
 * Adds a revision to a registry and returns it; undefined if the registry was deleted. Must be the first step of every
 * transaction that changes packages: it locks the registry's row, so that these transactions run one after the other.
 */
export async function addRevision(trx: Database, registryId: string): Promise<number | undefined> {
  const [row] = await step(
    'revision',
    () => increaseRevision(trx, { registryId }),
    ([all]) => ({ registryId, ...all }),
  );
  return row?.revision;
}

const increaseRevision = preparedStatement((trx, { registryId }: { readonly registryId: string }) =>
  trx
    .updateTable('registries')
    .set((set) => ({ revision: set('revision', '+', 1) }))
    .where('id', '=', registryId)
    .where('deleted_at', 'is', null)
    .returning('revision'),
);

/** Locks the registry's row without adding a revision. Returns false if the registry was deleted. */
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

/** Returns whether a registry is deleted, even if its records are still being removed. */
export async function isDeleted(db: Database, registryId: string): Promise<boolean> {
  const query = db.selectFrom('registries').where('id', '=', registryId).where('deleted_at', 'is', null);
  return (await query.select('id').executeTakeFirst()) === undefined;
}

/** Stores that a part of the index changed with a revision. */
export async function markPart(trx: Database, registryId: string, part: string, revision: number): Promise<void> {
  await putPart(trx, { registry_id: registryId, part, revision });
}

interface ChangedPart {
  readonly registry_id: string;
  readonly part: string;
  readonly revision: number;
}

const putPart = preparedStatement((trx, row: ChangedPart) =>
  trx
    .insertInto('parts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['registry_id', 'part']).doUpdateSet({ revision: row.revision })),
);
