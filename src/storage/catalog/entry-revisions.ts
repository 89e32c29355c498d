/** Marks entries and parts as changed, in a transaction that holds the registry's row. */
import type { Database } from './transaction.ts';

/** Marks the entries of a package as changed. Returns their parts. */
export async function reviseEntries(trx: Database, packageId: string, revision: number): Promise<readonly string[]> {
  const update = trx.updateTable('entries').set({ revision }).where('package_id', '=', packageId);
  return (await update.returning('part').execute()).map(({ part }) => part);
}

/** Returns the parts with entries of the project. Their documents may have its tags. */
export async function findPartsOfProject(trx: Database, projectId: string): Promise<readonly string[]> {
  const entries = trx
    .selectFrom('entries')
    .innerJoin('packages', 'packages.id', 'entries.package_id')
    .where('packages.project_id', '=', projectId);
  return (await entries.select('part').distinct().execute()).map(({ part }) => part);
}
