/** The versions of a project that its packages need. */
import { inBatches } from './in-batches.ts';
import type { Database } from './transaction.ts';

interface Needing {
  readonly projectId: string;
  readonly packageId: string;
}

/**
 * Adds needs of a package. Returns the normal form of a version that the project does not have; undefined if none, or if
 * they may be missing.
 */
export async function addNeeds(
  trx: Database,
  needing: Needing,
  versionKeys: readonly string[],
  { mayBeMissing }: { readonly mayBeMissing: boolean },
): Promise<string | undefined> {
  const { projectId, packageId } = needing;
  for (const batch of inBatches([...new Set(versionKeys)])) {
    const missing = mayBeMissing ? undefined : await findMissing(trx, needing, batch);
    if (missing !== undefined) return missing;
    await trx
      .insertInto('needs')
      .values(batch.map((version_key) => ({ project_id: projectId, package_id: packageId, version_key })))
      .onConflict((conflict) => conflict.columns(['package_id', 'version_key']).doNothing())
      .execute();
  }
  return undefined;
}

async function findMissing(
  trx: Database,
  { projectId, packageId }: Needing,
  versionKeys: readonly string[],
): Promise<string | undefined> {
  const found = await trx
    .selectFrom('packages')
    .where('project_id', '=', projectId)
    .where('version_key', 'in', versionKeys)
    .where('id', '<>', packageId)
    .where('standing', '<>', 'withdrawn')
    .select('version_key')
    .execute();
  const existing = new Set(found.map((row) => row.version_key));
  return versionKeys.find((key) => !existing.has(key));
}

/** Removes the needs of a package. */
export async function removeNeeds(trx: Database, packageId: string): Promise<void> {
  await trx.deleteFrom('needs').where('package_id', '=', packageId).execute();
}

/** The number of packages in a message: enough to see a pattern. */
const MOST_NAMED = 10;

/**
 * Returns the versions of packages that need this one, at most ten; none if the project has another package of its
 * version. With `offered`, packages that are withdrawn do not count.
 */
export async function findNeedingVersions(
  trx: Database,
  packageId: string,
  { offered = false }: { readonly offered?: boolean } = {},
): Promise<string[]> {
  const needing = await trx
    .selectFrom('packages as needed')
    .innerJoin('needs', (join) =>
      join
        .onRef('needs.project_id', '=', 'needed.project_id')
        .onRef('needs.version_key', '=', 'needed.version_key')
        .onRef('needs.package_id', '<>', 'needed.id'),
    )
    .innerJoin('packages as needing', 'needing.id', 'needs.package_id')
    .where('needed.id', '=', packageId)
    .$if(offered, (query) => query.where('needing.standing', '<>', 'withdrawn'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('packages as other')
            .whereRef('other.registry_id', '=', 'needed.registry_id')
            .whereRef('other.name_key', '=', 'needed.name_key')
            .whereRef('other.version_key', '=', 'needed.version_key')
            .whereRef('other.id', '<>', 'needed.id')
            .$if(offered, (query) => query.where('other.standing', '<>', 'withdrawn'))
            .select('other.id'),
        ),
      ),
    )
    .select('needing.version')
    .limit(MOST_NAMED)
    .execute();
  return needing.map(({ version }) => version).toSorted();
}

/** Returns the versions that a package needs and whose packages are all withdrawn, at most ten. */
export async function findWithdrawnNeeds(trx: Database, packageId: string): Promise<string[]> {
  const needed = await trx
    .selectFrom('needs')
    .innerJoin('packages as needed', (join) =>
      join
        .onRef('needed.project_id', '=', 'needs.project_id')
        .onRef('needed.version_key', '=', 'needs.version_key')
        .onRef('needed.id', '<>', 'needs.package_id'),
    )
    .where('needs.package_id', '=', packageId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('packages as other')
            .whereRef('other.project_id', '=', 'needs.project_id')
            .whereRef('other.version_key', '=', 'needs.version_key')
            .whereRef('other.id', '<>', 'needs.package_id')
            .where('other.standing', '<>', 'withdrawn')
            .select('other.id'),
        ),
      ),
    )
    .select('needed.version')
    .distinct()
    .limit(MOST_NAMED)
    .execute();
  return needed.map(({ version }) => version).toSorted();
}
