import { sql } from 'kysely';
import type { DeletedBefore } from '../releases.ts';
import type { NewPackage } from '../../model/records.ts';
import { preparedStatement } from './prepared-query.ts';
import type { Database } from './transaction.ts';

/**
 * Stores that a package is deleted now. Replaces an earlier one with the same name, version and variant. A version that
 * was ever deleted while it was withdrawn remains so. Returns its SHA-256; null if the package does not exist.
 */
export async function keepDeleted(trx: Database, id: string): Promise<string | null> {
  const deleted = trx
    .selectFrom('packages')
    .innerJoin('files', (join) => join.onRef('files.package_id', '=', 'packages.id').on('files.position', '=', 0))
    .innerJoin('blobs', 'blobs.sha256', 'files.sha256')
    .where('packages.id', '=', id)
    .select(['packages.registry_id', 'name_key', 'version_key', 'variant', 'blobs.sha256', 'sha512', 'standing']);
  const row = await deleted.executeTakeFirst();
  if (row === undefined) return null;
  const { standing, ...key } = row;
  const { sha256, sha512 } = key;
  const last = { sha256, sha512, deleted_at: new Date().toISOString() };
  const withdrawn = Number(standing === 'withdrawn');
  await trx
    .insertInto('deleted_versions')
    .values({ ...key, ...last, withdrawn })
    .onConflict((conflict) =>
      conflict
        .columns(['registry_id', 'name_key', 'version_key', 'variant'])
        .doUpdateSet(withdrawn === 1 ? { ...last, withdrawn } : last),
    )
    .execute();
  return sha256;
}

/** Returns the deleted package if only its bytes may be published under its name; undefined if any bytes may. */
export async function findDeletedBefore(
  trx: Database,
  { registryId, nameKey, versionKey, variant, reusableSince }: NewPackage,
  sha256: string,
): Promise<DeletedBefore | undefined> {
  const key = { registryId, nameKey, versionKey, variant: variant ?? '' };
  const [row] = await selectDeleted(trx, { ...key, sha256, since: reusableSince.toISOString() });
  if (row === undefined) return undefined;
  const digests = { sha256: row.sha256, sha512: row.sha512 };
  return { outcome: 'deleted-before', digests, deletedAt: new Date(row.deleted_at) };
}

interface DeletedQuery {
  readonly registryId: string;
  readonly nameKey: string;
  readonly versionKey: string;
  readonly variant: string;
  readonly sha256: string;
  readonly since: string;
}

const selectDeleted = preparedStatement(
  (trx, { registryId, nameKey, versionKey, variant, sha256, since }: DeletedQuery) =>
    trx
      .selectFrom('deleted_versions')
      .where('registry_id', '=', registryId)
      .where('name_key', '=', nameKey)
      .where('version_key', '=', versionKey)
      .where('variant', '=', variant)
      .where('sha256', '<>', sha256)
      .where((row) => row.or([row('deleted_at', '<=', since), row('withdrawn', '=', 1)]))
      .select(['sha256', 'sha512', 'deleted_at']),
);

/** Removes the records of at most `limit` deleted packages of a registry. Returns their number. */
export async function clearDeletedVersions(trx: Database, registryId: string, limit: number): Promise<number> {
  const ofRegistry = trx.selectFrom('deleted_versions').where('registry_id', '=', registryId);
  const inOrder = ofRegistry.orderBy('name_key').orderBy('version_key').orderBy('variant');
  const rows = await inOrder.select(['name_key', 'version_key', 'variant']).limit(limit).execute();
  const last = rows.at(-1);
  if (last === undefined) return 0;
  await trx
    .deleteFrom('deleted_versions')
    .where('registry_id', '=', registryId)
    .where(sql<boolean>`(name_key, version_key, variant) <= (${last.name_key}, ${last.version_key}, ${last.variant})`)
    .execute();
  return rows.length;
}
