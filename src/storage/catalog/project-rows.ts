/** The rows of projects. All changes are part of a transaction that holds the registry's row. */
import type { JsonObject } from '../../model/values.ts';
import type { NewPackage } from '../../model/records.ts';
import type { Database } from './transaction.ts';

interface ProjectChange {
  readonly revision: number;
  /** Undefined to change nothing. */
  readonly metadata?: JsonObject | undefined;
}

/** Stores that a revision adds a package to its project, which is created if necessary. Returns the project's id. */
export async function addToProject(
  trx: Database,
  { id, registryId, nameKey, name }: Pick<NewPackage, 'id' | 'registryId' | 'nameKey' | 'name'>,
  change: ProjectChange,
  { replaces }: { readonly replaces: boolean },
): Promise<string> {
  const columns = { name, ...toColumns(change) };
  const changed = replaces ? columns : { name, revision: change.revision };
  const project = await trx
    .insertInto('projects')
    .values({ id, registry_id: registryId, name_key: nameKey, ...columns })
    .onConflict((conflict) => conflict.columns(['registry_id', 'name_key']).doUpdateSet(changed))
    .returning('id')
    .executeTakeFirstOrThrow();
  return project.id;
}

/** Stores that a revision changes a package of the project. */
export async function changeProjectRow(trx: Database, id: string, change: ProjectChange): Promise<void> {
  await trx.updateTable('projects').set(toColumns(change)).where('id', '=', id).execute();
}

function toColumns({ revision, metadata }: ProjectChange) {
  return metadata === undefined ? { revision } : { revision, metadata: JSON.stringify(metadata) };
}

/** Stores that a revision deleted a package of the project. A project without packages is deleted. */
export async function removeFromProject(trx: Database, id: string, revision: number): Promise<void> {
  const newest = await trx
    .selectFrom('packages')
    .where('project_id', '=', id)
    .select('name')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest === undefined) await trx.deleteFrom('projects').where('id', '=', id).execute();
  else await trx.updateTable('projects').set({ name: newest.name, revision }).where('id', '=', id).execute();
}

/** Removes at most `limit` projects without packages of a deleted registry. Returns their number. */
export async function clearProjects(trx: Database, registryId: string, limit: number): Promise<number> {
  const query = trx.selectFrom('projects').where('registry_id', '=', registryId).select('id');
  const ids = (await query.orderBy('name_key').limit(limit).execute()).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await trx.deleteFrom('projects').where('id', 'in', ids).execute();
  return ids.length;
}
