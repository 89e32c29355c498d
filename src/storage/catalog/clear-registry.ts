import { clearDeletedVersions } from './deleted-versions.ts';
import { clearProjects } from './project-rows.ts';
import { clearRemovedEntries } from './removed-entries.ts';
import { unreferenceIndexFiles, unreferencePackages } from './unreference.ts';
import { transact } from './transaction.ts';
import type { Database } from './transaction.ts';
import { removeUploads } from './uploads.ts';

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
  clearPackages,
  clearProjects,
  clearRemovedEntries,
  clearIndexFiles,
  clearDeletedVersions,
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

/** Removes files of the oldest index that has any. An index may have thousands of files. */
async function clearIndexFiles(trx: Database, registryId: string, limit: number): Promise<number> {
  const ofRegistry = trx.selectFrom('index_files').where('registry_id', '=', registryId);
  const oldest = await ofRegistry.select('revision').orderBy('revision').limit(1).executeTakeFirst();
  if (oldest === undefined) return 0;
  const { revision } = oldest;
  const query = ofRegistry.where('revision', '=', revision).select('path').orderBy('path').limit(limit);
  const paths = (await query.execute()).map(({ path }) => path);
  await unreferenceIndexFiles(trx, { registryId, revision, paths });
  const deletion = trx.deleteFrom('index_files').where('registry_id', '=', registryId).where('revision', '=', revision);
  await deletion.where('path', 'in', paths).execute();
  return paths.length;
}

async function clearUploads(trx: Database, registryId: string, limit: number): Promise<number> {
  const query = trx.selectFrom('uploads').where('registry_id', '=', registryId).select('id');
  const ids = (await query.orderBy('id').limit(limit).execute()).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await removeUploads(trx, ids);
  return ids.length;
}

async function clearTokens(trx: Database, registryId: string, limit: number): Promise<number> {
  const query = trx.selectFrom('tokens').where('registry_id', '=', registryId).select('id');
  const ids = (await query.orderBy('id').limit(limit).execute()).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await trx.deleteFrom('tokens').where('id', 'in', ids).execute();
  return ids.length;
}
