/**
 * The rows of names that searches find, with the number of offered versions, the latest one, and the time of the last
 * publication, so that a search counts and compares nothing. All changes are part of a transaction that holds the
 * registry's row.
 */
import { sql } from 'kysely';
import type { VersionOrder } from '../names.ts';
import { searchKey } from '../../model/search-key.ts';
import { isListed } from './package-parts.ts';
import { preparedStatement } from './prepared-query.ts';
import type { Database } from './transaction.ts';

/** A package that became complete and offered. */
interface AddedVersion {
  readonly id: string;
  readonly projectId: string;
  readonly registryId: string;
  readonly nameKey: string;
  readonly version: string;
  readonly versionKey: string;
  readonly createdAt: Date;
}

/** Adds a new package to the row of its project. Reads none of the other versions. */
export async function addVersion(trx: Database, added: AddedVersion, order: VersionOrder): Promise<void> {
  const { id, projectId, version, createdAt } = added;
  const [row] = id === projectId ? [] : await findName(trx, { projectId });
  if (row === undefined) {
    await refreshName(trx, projectId, order);
    return;
  }
  const { registryId, nameKey, versionKey } = added;
  const others = await findOfVersion(trx, { registryId, nameKey, versionKey, id });
  const latest = order.compare(row.version, version) <= 0 ? id : row.latest_id;
  await changeName(trx, {
    projectId,
    versions: row.versions + (others.length > 0 ? 0 : 1),
    latestId: (await findTagged(trx, projectId, order)) ?? latest,
    publishedAt: createdAt.toISOString(),
  });
}

/** Determines the row of a project from its packages. A project without offered versions has none. */
export async function refreshName(trx: Database, projectId: string, order: VersionOrder): Promise<void> {
  const offered = await findOffered(trx, { projectId });
  const last = offered.at(-1);
  if (last === undefined) {
    await removeName(trx, projectId);
    return;
  }
  const highest = offered.reduce((best, one) => (order.compare(best.version, one.version) <= 0 ? one : best));
  await putName(trx, {
    projectId,
    key: searchKey(last.name_key),
    versions: new Set(offered.map((one) => one.version_key)).size,
    latestId: (await findTagged(trx, projectId, order)) ?? highest.id,
    publishedAt: last.created_at,
  });
}

export async function removeName(trx: Database, projectId: string): Promise<void> {
  await trx.deleteFrom('names').where('project_id', '=', projectId).execute();
}

const findName = preparedStatement((trx, { projectId }: { readonly projectId: string }) =>
  trx
    .selectFrom('names')
    .innerJoin('packages', 'packages.id', 'names.latest_id')
    .where('names.project_id', '=', projectId)
    .select(['versions', 'latest_id', 'version']),
);

interface OfVersion {
  readonly registryId: string;
  readonly nameKey: string;
  readonly versionKey: string;
  /** Another package. */
  readonly id: string;
}

const findOfVersion = preparedStatement((trx, { registryId, nameKey, versionKey, id }: OfVersion) =>
  selectOffered(trx)
    .where('packages.registry_id', '=', registryId)
    .where('name_key', '=', nameKey)
    .where('version_key', '=', versionKey)
    .where('packages.id', '<>', id)
    .select('packages.id')
    .limit(1),
);

const findOffered = preparedStatement((trx, { projectId }: { readonly projectId: string }) =>
  selectOffered(trx)
    .innerJoin('projects', 'projects.id', 'packages.project_id')
    .where('project_id', '=', projectId)
    .where('projects.status', '<>', 'quarantined')
    .select(['packages.id', 'version', 'version_key', 'packages.name_key', 'packages.created_at'])
    .orderBy('packages.id'),
);

/** Selects complete packages that lists show. */
function selectOffered(trx: Database) {
  return trx
    .selectFrom('packages')
    .innerJoin('files', (join) => join.onRef('files.package_id', '=', 'packages.id').on('files.position', '=', 0))
    .where('standing', '=', 'offered')
    .where(isListed);
}

/** Returns the package with the default tag; undefined if it is not offered, or if there is none. */
async function findTagged(trx: Database, projectId: string, { defaultTag }: VersionOrder): Promise<string | undefined> {
  if (defaultTag === null) return undefined;
  const [tagged] = await findTag(trx, { projectId, tag: defaultTag });
  return tagged?.id;
}

const findTag = preparedStatement((trx, { projectId, tag }: { readonly projectId: string; readonly tag: string }) =>
  selectOffered(trx)
    .innerJoin('tags', 'tags.package_id', 'packages.id')
    .where('tags.project_id', '=', projectId)
    .where('tag', '=', tag)
    .select('packages.id'),
);

interface ChangedName {
  readonly projectId: string;
  readonly versions: number;
  readonly latestId: string;
  readonly publishedAt: string;
}

const changeName = preparedStatement((trx, { projectId, versions, latestId, publishedAt }: ChangedName) =>
  trx
    .updateTable('names')
    .set({ versions, latest_id: latestId, published_at: publishedAt })
    .where('project_id', '=', projectId),
);

interface NewName extends ChangedName {
  readonly key: string;
}

const putName = preparedStatement((trx, { projectId, key, versions, latestId, publishedAt }: NewName) => {
  const registry = trx
    .selectFrom('projects')
    .innerJoin('registries', 'registries.id', 'projects.registry_id')
    .where('projects.id', '=', projectId);
  // PostgreSQL does not derive the types of these values from the columns.
  const row = registry.select([
    'projects.id as project_id',
    'registries.id as registry_id',
    'organization_id',
    'ecosystem',
    sql<string>`cast(${key} as text)`.as('key'),
    sql<number>`cast(${versions} as bigint)`.as('versions'),
    sql<string>`cast(${latestId} as text)`.as('latest_id'),
    sql<string>`cast(${publishedAt} as text)`.as('published_at'),
    sql<number>`${sql.lit(1)}`.as('is_ordered'),
  ]);
  const changes = { versions, latest_id: latestId, published_at: publishedAt, is_ordered: 1 };
  return trx
    .insertInto('names')
    .columns([
      'project_id',
      'registry_id',
      'organization_id',
      'ecosystem',
      'key',
      'versions',
      'latest_id',
      'published_at',
      'is_ordered',
    ])
    .expression(row)
    .onConflict((conflict) => conflict.column('project_id').doUpdateSet(changes));
});

/** Removes at most `limit` names of a deleted registry. Returns their number. */
export async function clearNames(trx: Database, registryId: string, limit: number): Promise<number> {
  const query = trx.selectFrom('names').where('registry_id', '=', registryId).select('number');
  const numbers = (await query.orderBy('key').limit(limit).execute()).map(({ number }) => number);
  if (numbers.length === 0) return 0;
  await trx.deleteFrom('names').where('number', 'in', numbers).execute();
  return numbers.length;
}
