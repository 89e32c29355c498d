import { sql } from 'kysely';
import type { EntryRules } from '../../model/entries.ts';
import type { EcosystemId } from '../../model/values.ts';
import type { Entries } from '../catalog.ts';
import { readLeftOut } from './left-out.ts';
import { keepChange } from './changes.ts';
import { addRevision } from './revisions.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

/** The entries of packages, and the editions of the rules that they were checked against. */
export function createEntries({ read, write }: Connections): Entries {
  return {
    async edition(ecosystem) {
      const query = read.selectFrom('entry_editions').where('ecosystem', '=', ecosystem).select('edition');
      return (await query.executeTakeFirst())?.edition;
    },

    async check(ecosystem, edition, rules) {
      const registries = read.selectFrom('registries').where('ecosystem', '=', ecosystem).select('id').orderBy('id');
      let refused = 0;
      for (const { id } of await registries.execute()) refused += await checkRegistry({ read, write }, id, rules);
      await keepEdition(write, ecosystem, edition);
      return refused;
    },

    ...readLeftOut(read),
  };
}

interface CheckedEntry {
  readonly package_id: string;
  readonly part: string;
  readonly refusal: string | null;
}

/** Returns the number of rejected entries. */
async function checkRegistry(
  { read, write }: Pick<Connections, 'read' | 'write'>,
  registryId: string,
  { refusal }: EntryRules,
): Promise<number> {
  let refused = 0;
  const changes: CheckedEntry[] = [];
  for await (const entry of allEntries(read, registryId)) {
    const reason = refusal(entry.text, entry.part) ?? null;
    if (reason !== null) refused += 1;
    if (reason !== entry.refusal) changes.push({ package_id: entry.package_id, part: entry.part, refusal: reason });
  }
  await transact(write, async (trx) => {
    const revision = await addRevision(trx, registryId);
    if (revision === undefined) return;
    for (const { package_id: id, part, refusal: reason } of changes) {
      const change = trx.updateTable('entries').set({ refusal: reason, revision });
      await change.where('package_id', '=', id).where('part', '=', part).execute();
    }
    await trx.updateTable('parts').set({ revision }).where('registry_id', '=', registryId).execute();
    await keepChange(trx, { registryId, revision, kind: 'check', name: null, package: null, details: null, by: null });
  });
  return refused;
}

const ENTRIES_AT_A_TIME = 500;

/** Ordered by their index, so that each page continues after the previous one. */
async function* allEntries(read: Database, registryId: string) {
  const ofRegistry = read.selectFrom('entries').where('registry_id', '=', registryId);
  let page = ofRegistry;
  for (;;) {
    const rows = await page
      .select(['part', 'name_key', 'package_id', 'text', 'refusal'])
      .orderBy('part')
      .orderBy('name_key')
      .orderBy('package_id')
      .limit(ENTRIES_AT_A_TIME)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ENTRIES_AT_A_TIME) return;
    page = ofRegistry.where(
      sql<boolean>`(part, name_key, package_id) > (${last.part}, ${last.name_key}, ${last.package_id})`,
    );
  }
}

async function keepEdition(write: Database, ecosystem: EcosystemId, edition: number): Promise<void> {
  await write
    .insertInto('entry_editions')
    .values({ ecosystem, edition })
    .onConflict((conflict) => conflict.column('ecosystem').doUpdateSet({ edition }))
    .execute();
}
