import { sql } from 'kysely';
import { clearChanges } from './changes.ts';
import { clearDeletedVersions } from './deleted-versions.ts';
import { clearNames } from './name-rows.ts';
import { clearProjects } from './project-rows.ts';
import { clearRemovedEntries } from './removed-entries.ts';
import { removeUploads } from './remove-uploads.ts';
import { unreferencePackages, unreferencePieces } from './unreference.ts';
import { transact } from './transaction.ts';
import type { Database } from './transaction.ts';

/**
 * Removes at most `limit` records of a deleted registry, in one transaction. Returns whether no records are left.
 * Several servers may do this for one registry: each locks its row, so they take turns.
 */
export async function clearRegistry(write: Database, id: string, limit: number): Promise<boolean> {
  return await transact(write, async (trx) => {
    if (!(await holdDeleted(trx, id))) return true;
    let left = limit;
    for (const clear of clearings) {
      for (let removed = 1; removed > 0; left -= removed) {
        if (left <= 0) return false;
        removed = await clear(trx, id, left);
      }
    }
    await trx.deleteFrom('registries').where('id', '=', id).execute();
    return true;
  });
}

/** Removes at most `limit` records of one kind. Returns their number. */
type Clear = (trx: Database, registryId: string, limit: number) => Promise<number>;

/**
 * The kinds of records of which a registry may have very many. The database removes the rest with the registry's row.
 */
const clearings: readonly Clear[] = [
  // First, because searches read past the names of deleted registries.
  clearNames,
  clearPackages,
  clearProjects,
  clearRemovedEntries,
  clearDocuments,
  clearPieces,
  clearParts,
  clearDeletedVersions,
  clearChanges,
  clearUploads,
  clearTokens,
];

async function holdDeleted(trx: Database, id: string): Promise<boolean> {
  const lock = trx.updateTable('registries').set((set) => ({ deleted_at: set.ref('deleted_at') }));
  const held = lock.where('id', '=', id).where('deleted_at', 'is not', null).returning('id');
  return (await held.executeTakeFirst()) !== undefined;
}

async function clearPackages(trx: Database, registryId: string, limit: number): Promise<number> {
  const query = trx.selectFrom('packages').where('registry_id', '=', registryId).select('id');
  const ids = (await query.orderBy('id').limit(limit).execute()).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await unreferencePackages(trx, ids);
  await trx.deleteFrom('packages').where('id', 'in', ids).execute();
  return ids.length;
}

async function clearDocuments(trx: Database, registryId: string, limit: number): Promise<number> {
  const ofRegistry = trx.selectFrom('documents').where('registry_id', '=', registryId);
  const query = ofRegistry.select(['name', 'from_revision']).orderBy('name').orderBy('from_revision').limit(limit);
  const rows = await query.execute();
  const last = rows.at(-1);
  if (last === undefined) return 0;
  await trx
    .deleteFrom('documents')
    .where('registry_id', '=', registryId)
    .where(sql<boolean>`(name, from_revision) <= (${last.name}, ${last.from_revision})`)
    .execute();
  return rows.length;
}

/** Each piece has a row in a table of its own, which references its blobs. */
async function clearPieces(trx: Database, registryId: string, limit: number): Promise<number> {
  const ofRegistry = trx.selectFrom('document_pieces').where('registry_id', '=', registryId);
  const columns = ofRegistry.select(['set_name', 'sha256', 'deflated_sha256']);
  const rows = await columns.orderBy('set_name').orderBy('sha256').limit(limit).execute();
  const last = rows.at(-1);
  if (last === undefined) return 0;
  await unreferencePieces(trx, rows);
  await trx
    .deleteFrom('document_pieces')
    .where('registry_id', '=', registryId)
    .where(sql<boolean>`(set_name, sha256) <= (${last.set_name}, ${last.sha256})`)
    .execute();
  return rows.length;
}

/** The rows of parts of which the registry may have very many, such as those of its projects. */
async function clearParts(trx: Database, registryId: string, limit: number): Promise<number> {
  const query = trx.selectFrom('parts').where('registry_id', '=', registryId).select('part');
  const parts = (await query.orderBy('part').limit(limit).execute()).map(({ part }) => part);
  if (parts.length === 0) return 0;
  await trx.deleteFrom('parts').where('registry_id', '=', registryId).where('part', 'in', parts).execute();
  return parts.length;
}

async function clearUploads(trx: Database, registryId: string, limit: number): Promise<number> {
  const query = trx.selectFrom('uploads').where('registry_id', '=', registryId).select('id');
  const ids = (await query.orderBy('id').limit(limit).execute()).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await removeUploads(trx, ids);
  // Not the number of removed ones: another server may have removed all of these, and others may be left.
  return ids.length;
}

async function clearTokens(trx: Database, registryId: string, limit: number): Promise<number> {
  const query = trx.selectFrom('tokens').where('registry_id', '=', registryId).select('id');
  const ids = (await query.orderBy('id').limit(limit).execute()).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await trx.deleteFrom('tokens').where('id', 'in', ids).execute();
  return ids.length;
}
