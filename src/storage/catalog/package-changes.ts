/** Finds and changes the rows of packages, in a transaction that holds the registry's row. */
import type { Insertable } from 'kysely';
import type { NewPackage, Standing } from '../../model/records.ts';
import { preparedStatement } from './prepared-query.ts';
import type { Schema } from './schema.ts';
import type { Database } from './transaction.ts';

export interface FoundPackage {
  readonly id: string;
  readonly projectId: string;
  readonly standing: Standing;
  /** The name of the main file; undefined if there is none. */
  readonly main: string | undefined;
}

/** Returns the package with the same keys, complete or not; undefined if there is none. */
export async function findPackage(
  trx: Database,
  { registryId, nameKey, versionKey, variant }: NewPackage,
): Promise<FoundPackage | undefined> {
  const row = await trx
    .selectFrom('packages')
    .leftJoin('files', (join) => join.onRef('files.package_id', '=', 'packages.id').on('files.position', '=', 0))
    .where('packages.registry_id', '=', registryId)
    .where('name_key', '=', nameKey)
    .where('version_key', '=', versionKey)
    .where('variant', '=', variant ?? '')
    .select(['packages.id', 'project_id', 'standing', 'files.name as main'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { id: row.id, projectId: row.project_id, standing: row.standing, main: row.main ?? undefined };
}

/** Returns false if a package with the same keys exists. */
export async function insertPackage(trx: Database, pkg: NewPackage, more: MoreOfPackage): Promise<boolean> {
  const inserted = await insertRow(trx, {
    id: pkg.id,
    registry_id: pkg.registryId,
    project_id: more.projectId,
    notice: more.notice,
    name_key: pkg.nameKey,
    version_key: pkg.versionKey,
    variant: pkg.variant ?? '',
    created_at: pkg.createdAt.toISOString(),
    ...toColumns(pkg),
  });
  return inserted.length > 0;
}

interface MoreOfPackage {
  readonly projectId: string;
  readonly notice: string | null;
}

const insertRow = preparedStatement((trx, row: Insertable<Schema['packages']>) =>
  trx
    .insertInto('packages')
    .values(row)
    .onConflict((conflict) => conflict.columns(['registry_id', 'name_key', 'version_key', 'variant']).doNothing())
    .returning('id'),
);

/** Replaces the columns that belong to the main file of an existing package. */
export async function updatePackage(trx: Database, id: string, pkg: NewPackage): Promise<void> {
  await trx.updateTable('packages').set(toColumns(pkg)).where('id', '=', id).execute();
}

function toColumns({ name, version, metadata, publishedBy, edition }: NewPackage) {
  return {
    edition,
    name,
    version,
    metadata: JSON.stringify(metadata),
    publisher_id: publishedBy?.id ?? null,
    publisher: publishedBy?.description ?? null,
    publisher_issuer: publishedBy?.issuer ?? null,
  };
}
