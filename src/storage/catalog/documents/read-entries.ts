import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ListedEntry } from '../../../model/documents.ts';
import type { ChangedEntry, EntryRange } from '../../documents.ts';
import { ROWS_AT_A_TIME } from '../read-in-pages.ts';
import type { Database } from '../transaction.ts';

/** Yields the entries of a part in order. SQLite reads on this thread, so requests get a turn between two pages. */
export async function* readEntries(
  db: Database,
  registryId: string,
  part: string,
  { from, before }: EntryRange = {},
): AsyncGenerator<ListedEntry> {
  let range = db
    .selectFrom('entries')
    .innerJoin('packages', 'packages.id', 'entries.package_id')
    .where('entries.registry_id', '=', registryId)
    .where('part', '=', part)
    .where('refusal', 'is', null)
    .select(['entries.name_key', 'package_id', 'text', 'version', 'standing', 'notice', 'created_at'])
    .orderBy('entries.name_key')
    .orderBy('package_id')
    .limit(ROWS_AT_A_TIME);
  if (before)
    range = range.where(sql<boolean>`(entries.name_key, package_id) < (${before.nameKey}, ${before.packageId})`);
  let page = from
    ? range.where(sql<boolean>`(entries.name_key, package_id) >= (${from.nameKey}, ${from.packageId})`)
    : range;
  for (;;) {
    const rows = await page.execute();
    for (const row of rows) {
      const { name_key: nameKey, package_id: packageId, created_at: createdAt, ...others } = row;
      yield { ...others, part, nameKey, packageId, publishedAt: new Date(createdAt) };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_A_TIME) return;
    page = range.where(sql<boolean>`(entries.name_key, package_id) > (${last.name_key}, ${last.package_id})`);
    await nextTurn();
  }
}

/** Returns the changes after a revision; undefined if there are more than `limit`. */
export async function findChanges(
  db: Database,
  { registryId, part, after, limit }: { registryId: string; part: string; after: number; limit: number },
): Promise<ChangedEntry[] | undefined> {
  const entries = await db
    .selectFrom('entries')
    .where('registry_id', '=', registryId)
    .where('part', '=', part)
    .where('revision', '>', after)
    .select(['name_key', 'package_id'])
    .limit(limit + 1)
    .execute();
  const removed = await db
    .selectFrom('removed_entries')
    .where('registry_id', '=', registryId)
    .where('part', '=', part)
    .where('revision', '>', after)
    .select('name_key')
    .limit(limit + 1)
    .execute();
  if (entries.length + removed.length > limit) return undefined;
  return [
    ...entries.map((row) => ({ nameKey: row.name_key, packageId: row.package_id })),
    ...removed.map((row) => ({ nameKey: row.name_key, packageId: undefined })),
  ];
}
