import { sql } from 'kysely';
import type { StoredEntry } from '../indexes.ts';
import type { Database } from './transaction.ts';

const ENTRIES_AT_A_TIME = 500;

/** Yields the entries of a part in order, read in pages. */
export async function* readEntries(db: Database, registryId: string, part: string): AsyncGenerator<StoredEntry> {
  let last: { readonly name_key: string; readonly package_id: string } | undefined;
  do {
    let query = db
      .selectFrom('entries')
      .innerJoin('packages', 'packages.id', 'entries.package_id')
      .where('entries.registry_id', '=', registryId)
      .where('part', '=', part)
      .where('refusal', 'is', null)
      .select(['entries.name_key', 'package_id', 'text', 'created_at']);
    if (last !== undefined)
      query = query.where(sql<boolean>`(entries.name_key, package_id) > (${last.name_key}, ${last.package_id})`);
    const rows = await query.orderBy('entries.name_key').orderBy('package_id').limit(ENTRIES_AT_A_TIME).execute();
    for (const row of rows) yield { text: row.text, createdAt: new Date(row.created_at) };
    last = rows.length < ENTRIES_AT_A_TIME ? undefined : rows.at(-1);
  } while (last !== undefined);
}
