/** The rows of projects. All changes are part of a transaction that holds the registry's row. */
import type { NewPackage } from '../../model/records.ts';
import type { Database } from './transaction.ts';

/** Stores that a revision adds a package to its project, which is created if necessary. Returns the project's id. */
export async function addToProject(
  trx: Database,
  { id, registryId, nameKey, name }: Pick<NewPackage, 'id' | 'registryId' | 'nameKey' | 'name'>,
  revision: number,
): Promise<string> {
  const project = await trx
    .insertInto('projects')
    .values({ id, registry_id: registryId, name_key: nameKey, name, revision })
    .onConflict((conflict) => conflict.columns(['registry_id', 'name_key']).doUpdateSet({ name, revision }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return project.id;
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
