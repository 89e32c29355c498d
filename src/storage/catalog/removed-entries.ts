/** The last removals of entries, by part and name, so that a part can be updated where entries were removed. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { EcosystemId } from '../../model/values.ts';
import type { RemovedEntry } from '../documents.ts';
import { inBatches } from './in-batches.ts';
import { ROWS_AT_A_TIME } from './read-in-pages.ts';
import { markPart } from './revisions.ts';
import { transact, type Database } from './transaction.ts';

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

/** Yields the removals of registries that are not deleted, in the order of the primary key. */
export async function* findRemoved(read: Database): AsyncGenerator<RemovedEntry> {
  const all = read
    .selectFrom('removed_entries')
    .innerJoin('registries', 'registries.id', 'registry_id')
    .where('deleted_at', 'is', null)
    .select(['registry_id', 'ecosystem', 'part', 'name_key', 'removed_entries.revision'])
    .orderBy('registry_id')
    .orderBy('part')
    .orderBy('name_key')
    .limit(ROWS_AT_A_TIME);
  let page = all;
  for (;;) {
    const rows = await page.execute();
    for (const { registry_id: registryId, ecosystem, part, name_key: nameKey, revision } of rows)
      // Stored registries have one of the ids.
      yield { registryId, ecosystem: ecosystem as EcosystemId, part, nameKey, revision };
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_A_TIME) return;
    page = all.where(
      sql<boolean>`(registry_id, part, name_key) > (${last.registry_id}, ${last.part}, ${last.name_key})`,
    );
    await nextTurn();
  }
}

/** Forgets removals, except for names of which an entry was removed again. */
export async function forgetRemoved(write: Database, removals: readonly RemovedEntry[]): Promise<void> {
  for (const batch of inBatches(removals)) {
    const keys = batch.map(
      ({ registryId, part, nameKey, revision }) => sql`(${registryId}, ${part}, ${nameKey}, ${sql.lit(revision)})`,
    );
    const isForgotten = sql<boolean>`(registry_id, part, name_key, revision) in (values ${sql.join(keys)})`;
    await transact(write, (trx) => trx.deleteFrom('removed_entries').where(isForgotten).execute());
  }
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
