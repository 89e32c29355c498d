/** The last removals of entries, by part and name, so that a part can be updated where entries were removed. */
import { sql } from 'kysely';
import { markPart } from './revisions.ts';
import type { Database } from './transaction.ts';

/** Stores that a revision removes all entries of a package. Must be called before the package is deleted. */
export async function removeEntries(trx: Database, packageId: string, revision: number): Promise<void> {
  const ofPackage = trx.selectFrom('entries').where('package_id', '=', packageId);
  const entries = await ofPackage.select(['registry_id', 'part', 'name_key']).orderBy('part').execute();
  for (const entry of entries) await noteRemovedEntry(trx, entry, revision);
}

interface EntryPlace {
  readonly registry_id: string;
  readonly part: string;
  readonly name_key: string;
}

/** Stores that a revision removes an entry. */
export async function noteRemovedEntry(trx: Database, entry: EntryPlace, revision: number): Promise<void> {
  await trx
    .insertInto('removed_entries')
    .values({ ...entry, revision })
    .onConflict((conflict) => conflict.columns(['registry_id', 'part', 'name_key']).doUpdateSet({ revision }))
    .execute();
  await markPart(trx, entry.registry_id, entry.part, revision);
}

/** Forgets at most `limit` removals of a registry. Returns their number. */
export async function clearRemovedEntries(trx: Database, registryId: string, limit: number): Promise<number> {
  const ofRegistry = trx.selectFrom('removed_entries').where('registry_id', '=', registryId);
  const inOrder = ofRegistry.select(['part', 'name_key']).orderBy('part').orderBy('name_key');
  const rows = await inOrder.limit(limit).execute();
  const last = rows.at(-1);
  if (last === undefined) return 0;
  await trx
    .deleteFrom('removed_entries')
    .where('registry_id', '=', registryId)
    .where(sql<boolean>`(part, name_key) <= (${last.part}, ${last.name_key})`)
    .execute();
  return rows.length;
}
