import type { IndexInsertion, KeptIndexes } from '../indexes.ts';
import type { Index, NewIndexFile } from '../../model/records.ts';
import { adopt } from './blob-rows.ts';
import { findParts } from './index-parts.ts';
import { unreferenceIndexes } from './unreference.ts';
import { holdRegistry } from './revisions.ts';
import { transact } from './transaction.ts';
import type { Database } from './transaction.ts';

type Options = { readonly previous: Index | undefined; readonly keep: KeptIndexes };

const NOTHING: IndexInsertion = { stored: false, adopted: new Set() };

/** Stores an index that was built from the latest one, and drops old ones. */
export async function insertIndex(
  write: Database,
  index: Index,
  files: readonly NewIndexFile[],
  { previous, keep }: Options,
): Promise<IndexInsertion> {
  const { registryId, revision } = index;
  return await transact(write, async (trx) => {
    // Locks the registry, so that its indexes are stored one after the other and not after its deletion.
    if (!(await holdRegistry(trx, registryId))) return NOTHING;
    const [latest] = await revisions(trx, registryId, 1);
    // Files that are reused from an index that is no longer the latest may have been removed meanwhile.
    if (latest !== previous?.revision || (latest !== undefined && latest >= revision)) return NOTHING;

    await dropBut(trx, registryId, keep);
    await forgetParts(trx, index);
    const adopted = await adopt(
      trx,
      files.map((file) => file.blob),
    );
    const times = { last_modified: index.lastModified.toISOString(), date: index.date.toISOString() };
    await trx
      .insertInto('indexes')
      .values({ registry_id: registryId, revision, ...times })
      .execute();
    await trx
      .insertInto('index_files')
      .values(files.map((file) => toRow(index, file)))
      .execute();
    return { stored: true, adopted };
  });
}

async function revisions(trx: Database, registryId: string, limit: number): Promise<number[]> {
  const query = trx.selectFrom('indexes').where('registry_id', '=', registryId).select('revision');
  const rows = await query.orderBy('revision', 'desc').limit(limit).execute();
  return rows.map((row) => row.revision);
}

async function dropBut(trx: Database, registryId: string, { replacedAfter, most }: KeptIndexes): Promise<void> {
  const tooMany = (await revisions(trx, registryId, most))[most - 1] ?? -1;
  const newestToDrop = Math.max(tooMany, await lastReplacedBefore(trx, registryId, replacedAfter));
  if (newestToDrop === -1) return;
  await unreferenceIndexes(trx, registryId, newestToDrop);
  await trx.deleteFrom('indexes').where('registry_id', '=', registryId).where('revision', '<=', newestToDrop).execute();
}

/** Returns the last revision that was replaced before this time; -1 if there is none. */
async function lastReplacedBefore(trx: Database, registryId: string, time: Date): Promise<number> {
  const ofRegistry = trx.selectFrom('indexes').where('registry_id', '=', registryId);
  const before = ofRegistry.where('last_modified', '<', time.toISOString()).select('revision');
  const [, replaced] = await before.orderBy('revision', 'desc').limit(2).execute();
  return replaced?.revision ?? -1;
}

/** Removes the rows of parts without entries, so that later indexes do not have them. */
async function forgetParts(trx: Database, { registryId, revision }: Index): Promise<void> {
  await trx
    .deleteFrom('index_parts')
    .where('registry_id', '=', registryId)
    .where('revision', '<=', revision)
    .where('part', 'not in', [...(await findParts(trx, registryId)), ''])
    .execute();
}

function toRow({ registryId, revision }: Index, { path, part, blob }: NewIndexFile) {
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  return { registry_id: registryId, revision, path, folder, part, sha256: blob.digests.sha256 };
}
