/** Packages that the last edition of their reader rejects. */
import type { LeftOutPackage } from '../../model/records.ts';
import type { Editions } from '../editions.ts';
import { transact, type Database } from './transaction.ts';

const PACKAGES_AT_A_TIME = 500;

export function readRejected(read: Database): Pick<Editions, 'rejected'> {
  return { rejected: () => walkRejected(read) };
}

async function* walkRejected(read: Database): AsyncGenerator<LeftOutPackage> {
  let last = '';
  for (;;) {
    const rows = await read
      .selectFrom('rejections')
      .innerJoin('packages', 'packages.id', 'rejections.package_id')
      .innerJoin('registries', 'registries.id', 'packages.registry_id')
      .innerJoin('organizations', 'organizations.id', 'registries.organization_id')
      .where('deleted_at', 'is', null)
      .where('rejections.package_id', '>', last)
      .select(['packages.id', 'packages.name', 'version', 'variant', 'reason'])
      .select(['registries.slug as registry', 'organizations.slug as organization'])
      .orderBy('rejections.package_id')
      .limit(PACKAGES_AT_A_TIME)
      .execute();
    for (const row of rows) yield { ...row, variant: row.variant === '' ? null : row.variant };
    if (rows.length < PACKAGES_AT_A_TIME) return;
    last = rows.at(-1)?.id ?? last;
  }
}

/** Stores that an edition rejects a package, for this reason. Does nothing if the package was deleted. */
export async function rejectPackage(write: Database, id: string, edition: number, reason: string): Promise<void> {
  await transact(write, async (trx) => {
    const update = trx.updateTable('packages').set({ edition }).where('id', '=', id);
    if ((await update.returning('id').executeTakeFirst()) === undefined) return;
    await trx
      .insertInto('rejections')
      .values({ package_id: id, reason })
      .onConflict((conflict) => conflict.column('package_id').doUpdateSet({ reason }))
      .execute();
  });
}

/** Called when the data of a package is read successfully. */
export async function removeRejection(trx: Database, packageId: string): Promise<void> {
  await trx.deleteFrom('rejections').where('package_id', '=', packageId).execute();
}

/** A copy has the data and the edition of its source, so it is rejected like its source. */
export async function copyRejection(trx: Database, sourceId: string, packageId: string): Promise<void> {
  const source = await trx
    .selectFrom('rejections')
    .where('package_id', '=', sourceId)
    .select('reason')
    .executeTakeFirst();
  if (source === undefined) return;
  await trx
    .insertInto('rejections')
    .values({ package_id: packageId, ...source })
    .onConflict((conflict) => conflict.column('package_id').doNothing())
    .execute();
}
