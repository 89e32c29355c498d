import { sql } from 'kysely';
import type { Database } from './transaction.ts';

const ENTRIES_AT_A_TIME = 500;

/** Reads the entries of a part in their order, a page at a time. */
export async function* readEntries(db: Database, registryId: string, part: string): AsyncGenerator<string> {
  let last: { readonly name_key: string; readonly package_id: string } | undefined;
  do {
    let query = db
      .selectFrom('entries')
      .where('registry_id', '=', registryId)
      .where('part', '=', part)
      .where('refusal', 'is', null)
      .select(['name_key', 'package_id', 'text']);
    if (last !== undefined)
      query = query.where(sql<boolean>`(name_key, package_id) > (${last.name_key}, ${last.package_id})`);
    const rows = await query.orderBy('name_key').orderBy('package_id').limit(ENTRIES_AT_A_TIME).execute();
    for (const row of rows) yield row.text;
    last = rows.length < ENTRIES_AT_A_TIME ? undefined : rows.at(-1);
  } while (last !== undefined);
}
