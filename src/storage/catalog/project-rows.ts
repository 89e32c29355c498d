/** The rows of projects. All changes are part of a transaction that holds the registry's row. */
import type { Selectable } from 'kysely';
import type { JsonObject } from '../../model/values.ts';
import type { NewPackage } from '../../model/records.ts';
import { preparedStatement } from './prepared-query.ts';
import type { Schema } from './schema.ts';
import type { Database } from './transaction.ts';

interface ProjectChange {
  readonly revision: number;
  /** Undefined to change nothing. */
  readonly metadata?: JsonObject | undefined;
}

/** Stores that a revision adds a package to its project, which is created if necessary. Returns the project. */
export async function addToProject(
  trx: Database,
  { id, registryId, nameKey, name }: Pick<NewPackage, 'id' | 'registryId' | 'nameKey' | 'name'>,
  change: ProjectChange,
  { replaces }: { readonly replaces: boolean },
): Promise<FoundProject> {
  const row = { id, registry_id: registryId, name_key: nameKey, name, ...toColumns(change) };
  const [project] = await (replaces ? putProject : addRevisionToProject)(trx, row);
  return project ?? { id, status: 'active', status_reason: null };
}

type FoundProject = Pick<Selectable<Schema['projects']>, 'id' | 'status' | 'status_reason'>;

interface ProjectRow {
  readonly id: string;
  readonly registry_id: string;
  readonly name_key: string;
  readonly name: string;
  readonly revision: number;
  readonly metadata?: string;
}

const putProject = preparedStatement((trx, row: ProjectRow) =>
  insertProject(trx, row, row.metadata === undefined ? {} : { metadata: row.metadata }),
);

const addRevisionToProject = preparedStatement((trx, row: ProjectRow) => insertProject(trx, row, {}));

function insertProject(trx: Database, row: ProjectRow, others: Pick<ProjectRow, 'metadata'>) {
  const { name, revision } = row;
  return trx
    .insertInto('projects')
    .values(row)
    .onConflict((conflict) => conflict.columns(['registry_id', 'name_key']).doUpdateSet({ name, revision, ...others }))
    .returning(['id', 'status', 'status_reason']);
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
