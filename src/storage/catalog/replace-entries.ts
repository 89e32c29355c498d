/** Replaces the entries of a package, in a transaction that holds the registry's row. */
import type { IndexEntry } from '../../model/entries.ts';
import type { TooManyParts } from '../releases.ts';
import { findParts } from './index-parts.ts';
import { noteRemovedEntry } from './removed-entries.ts';
import { preparedStatement } from './prepared-query.ts';
import { markPart } from './revisions.ts';
import type { Database } from './transaction.ts';

interface Owner {
  readonly registryId: string;
  readonly nameKey: string;
  readonly packageId: string;
  /** A new package has no entries to replace. */
  readonly isNew: boolean;
}

interface Options {
  readonly revision: number;
  /** The maximum number of parts that the packages of the registry may have. */
  readonly mostParts: number;
  readonly undo: (outcome: TooManyParts) => never;
}

/** Entries that stay the same keep their revision. */
export async function replaceEntries(
  trx: Database,
  owner: Owner,
  entries: readonly IndexEntry[],
  { revision, mostParts, undo }: Options,
): Promise<void> {
  const existing = owner.isNew ? [] : await readTexts(trx, owner.packageId);
  const parts = new Set(entries.map(({ part }) => part));
  for (const { part } of existing) {
    if (parts.has(part)) continue;
    await trx.deleteFrom('entries').where('package_id', '=', owner.packageId).where('part', '=', part).execute();
    await noteRemovedEntry(trx, { registry_id: owner.registryId, part, name_key: owner.nameKey }, revision);
  }
  const changed = entries.filter(({ part, text }) => !existing.some((one) => one.part === part && one.text === text));
  if (changed.length > 0 && mostParts !== Infinity)
    await checkParts(trx, owner.registryId, changed, { mostParts, undo });
  for (const { part, text } of changed) {
    await putEntry(trx, { ...toKey(owner), part, text, revision });
    await markPart(trx, owner.registryId, part, revision);
  }
}

interface EntryRow extends ReturnType<typeof toKey> {
  readonly part: string;
  readonly text: string;
  readonly revision: number;
}

const putEntry = preparedStatement((trx, row: EntryRow) =>
  trx
    .insertInto('entries')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['package_id', 'part']).doUpdateSet({ text: row.text, revision: row.revision, refusal: null }),
    ),
);

async function readTexts(trx: Database, packageId: string): Promise<IndexEntry[]> {
  return await trx.selectFrom('entries').where('package_id', '=', packageId).select(['part', 'text']).execute();
}

async function checkParts(
  trx: Database,
  registryId: string,
  entries: readonly IndexEntry[],
  { mostParts, undo }: Pick<Options, 'mostParts' | 'undo'>,
): Promise<void> {
  const parts = await findParts(trx, registryId);
  const added = new Set(entries.map(({ part }) => part).filter((part) => !parts.includes(part)));
  if (added.size > 0 && parts.length + added.size > mostParts) undo({ outcome: 'too-many-parts', parts });
}

function toKey({ packageId, registryId, nameKey }: Owner) {
  return { package_id: packageId, registry_id: registryId, name_key: nameKey };
}
