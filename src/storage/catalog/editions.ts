import { sql } from 'kysely';
import type { Editions } from '../editions.ts';
import { readClaims } from './claims.ts';
import { selectPackages, toPackage } from './package-rows.ts';
import { readRejected, rejectPackage } from './rejections.ts';
import { replacePackage } from './replace-package.ts';
import type { Connections, Database } from './transaction.ts';

/** The editions of the readers of packages. */
export function createEditions({ read, write }: Connections): Editions {
  return {
    async countEarlier(ecosystem, edition) {
      const { count } = await read
        .selectFrom('registries')
        .innerJoin('packages', 'packages.registry_id', 'registries.id')
        .where('ecosystem', '=', ecosystem)
        .where('deleted_at', 'is', null)
        .where('edition', '<', edition)
        .select((select) => select.fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async *earlier(ecosystem, edition) {
      const registries = read.selectFrom('registries').where('ecosystem', '=', ecosystem);
      const existing = registries.where('deleted_at', 'is', null).select(['id', 'slug']).orderBy('id');
      for (const { id, slug } of await existing.execute()) {
        for await (const pkg of earlierIn(read, id, edition)) {
          const registry = { id, slug, ecosystem };
          yield { package: pkg, registry };
        }
      }
    },

    claims: (packageId) => readClaims(read, packageId),

    replace: (reread) => replacePackage(write, reread),

    reject: (packageId, edition, reason) => rejectPackage(write, packageId, edition, reason),
    ...readRejected(read),
  };
}

const PACKAGES_AT_A_TIME = 20;

async function* earlierIn(read: Database, registryId: string, edition: number) {
  const earlier = selectPackages(read).where('packages.registry_id', '=', registryId).where('edition', '<', edition);
  const page = earlier.select('edition').orderBy('edition').orderBy('packages.id').limit(PACKAGES_AT_A_TIME);
  let later = page;
  for (;;) {
    const rows = await later.execute();
    yield* rows.map(toPackage);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PACKAGES_AT_A_TIME) return;
    later = page.where(sql<boolean>`(edition, packages.id) > (${last.edition}, ${last.id})`);
  }
}
