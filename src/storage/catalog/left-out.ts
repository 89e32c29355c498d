import type { Entries } from '../catalog.ts';
import type { LeftOutPackage } from '../../model/records.ts';
import type { Database } from './transaction.ts';

/** The queries of packages that are left out of indexes. */
export function readLeftOut(read: Database): Pick<Entries, 'leftOut' | 'allLeftOut'> {
  return {
    async leftOut(registryId, limit) {
      const ofRegistry = selectLeftOut(read).where('entries.registry_id', '=', registryId);
      const rows = await ofRegistry.orderBy('entries.package_id').limit(limit).execute();
      return rows.map(toLeftOut);
    },

    allLeftOut: () => walkLeftOut(read),
  };
}

const PACKAGES_AT_A_TIME = 500;

async function* walkLeftOut(read: Database): AsyncGenerator<LeftOutPackage> {
  let last = '';
  for (;;) {
    const query = selectLeftOut(read).where('entries.package_id', '>', last);
    const rows = await query.orderBy('entries.package_id').limit(PACKAGES_AT_A_TIME).execute();
    for (const row of rows) yield toLeftOut(row);
    if (rows.length < PACKAGES_AT_A_TIME) return;
    last = rows.at(-1)?.id ?? last;
  }
}

function selectLeftOut(db: Database) {
  return (
    db
      .selectFrom('entries')
      .innerJoin('packages', 'packages.id', 'entries.package_id')
      .innerJoin('registries', 'registries.id', 'entries.registry_id')
      .innerJoin('organizations', 'organizations.id', 'registries.organization_id')
      .where('entries.refusal', 'is not', null)
      // Once per package.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('entries as earlier')
              .whereRef('earlier.package_id', '=', 'entries.package_id')
              .whereRef('earlier.part', '<', 'entries.part')
              .where('earlier.refusal', 'is not', null)
              .select('earlier.part'),
          ),
        ),
      )
      .where('deleted_at', 'is', null)
      .select(['packages.id', 'packages.name', 'version', 'variant', 'entries.refusal'])
      .select(['registries.slug as registry', 'organizations.slug as organization'])
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof selectLeftOut>['execute']>>[number];

function toLeftOut({ variant, refusal, ...row }: Row): LeftOutPackage {
  return { ...row, variant: variant === '' ? null : variant, reason: refusal ?? '' };
}
