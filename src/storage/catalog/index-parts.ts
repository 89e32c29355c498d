import type { Database } from './transaction.ts';

/** Checks each part that ever had entries, so that at most one entry per part is read. */
export async function findParts(db: Database, registryId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('index_parts')
    .where('index_parts.registry_id', '=', registryId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('entries')
          .select('package_id')
          .whereRef('entries.registry_id', '=', 'index_parts.registry_id')
          .whereRef('entries.part', '=', 'index_parts.part'),
      ),
    )
    .select('index_parts.part')
    .orderBy('index_parts.part')
    .execute();
  return rows.map((row) => row.part);
}
