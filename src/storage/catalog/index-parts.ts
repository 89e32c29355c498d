import { preparedStatement } from './prepared-query.ts';
import type { Database } from './transaction.ts';

/**
 * Checks each part that ever had entries, so that at most one entry per part is read. With `exists`, or without an order,
 * PostgreSQL reads all entries, because it expects that nearly every one has the part.
 */
export async function findParts(db: Database, registryId: string): Promise<string[]> {
  return (await selectParts(db, { registryId })).map((row) => row.part);
}

const selectParts = preparedStatement((db, { registryId }: { readonly registryId: string }) =>
  db
    .selectFrom('parts')
    .where('parts.registry_id', '=', registryId)
    .where(({ eb, selectFrom }) =>
      eb(
        selectFrom('entries')
          .select('package_id')
          .whereRef('entries.registry_id', '=', 'parts.registry_id')
          .whereRef('entries.part', '=', 'parts.part')
          .orderBy('name_key')
          .limit(1),
        'is not',
        null,
      ),
    )
    .select('parts.part')
    .orderBy('parts.part'),
);
