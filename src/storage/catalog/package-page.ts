import type { Page, PageQuery } from '../catalog.ts';
import { preparedQuery } from './prepared-query.ts';
import { isListed } from './package-parts.ts';
import { selectPackages, toPackage } from './package-rows.ts';
import type { Connections } from './transaction.ts';

interface PageValues {
  readonly registryId: string;
  readonly nameKey: string | undefined;
  readonly after: string | undefined;
  readonly before: string | undefined;
  /** One more than the size of the page, to detect whether there are more. */
  readonly most: number;
}

/** The packages on one side of a cursor, including it. Exactly one of the two properties is set. */
interface SideValues {
  readonly registryId: string;
  readonly nameKey: string | undefined;
  readonly from?: string | undefined;
  readonly upTo?: string | undefined;
}

interface PlaceValues {
  readonly registryId: string;
  readonly nameKey: string | undefined;
  /** Counted from the newest, which is 0. */
  readonly index: number;
}

/**
 * Returns a function that reads pages. Its cost depends only on the length of the page, not on its position in the
 * list. `skip` costs one step in the list's index per package.
 */
export function createPageRead(connections: Connections): (registryId: string, query: PageQuery) => Promise<Page> {
  const pageRows = preparedQuery(connections, (db, { registryId, nameKey, after, before, most }: PageValues) => {
    let packages = selectPackages(db).where('packages.registry_id', '=', registryId).where(isListed);
    if (nameKey !== undefined) packages = packages.where('name_key', '=', nameKey);
    if (after !== undefined) packages = packages.where('packages.id', '<', after);
    if (before !== undefined) packages = packages.where('packages.id', '>', before);
    return packages.orderBy('packages.id', isUpwards({ after, before }) ? 'asc' : 'desc').limit(most);
  });
  const nearest = preparedQuery(connections, (db, { registryId, nameKey, from, upTo }: SideValues) => {
    let packages = db.selectFrom('packages').select('id').where('registry_id', '=', registryId).where(isListed);
    if (nameKey !== undefined) packages = packages.where('name_key', '=', nameKey);
    if (from !== undefined) packages = packages.where('id', '>=', from);
    if (upTo !== undefined) packages = packages.where('id', '<=', upTo);
    // The order makes finding the nearest one a single step in the list's index.
    return packages.orderBy('id', from === undefined ? 'desc' : 'asc').limit(1);
  });
  const ids = preparedQuery(connections, (db, { registryId, nameKey, index }: PlaceValues) => {
    let packages = db.selectFrom('packages').select('id').where('registry_id', '=', registryId).where(isListed);
    if (nameKey !== undefined) packages = packages.where('name_key', '=', nameKey);
    return packages.orderBy('id', 'desc').limit(1).offset(index);
  });

  const page = async (registryId: string, { nameKey, after, before, limit }: PageQuery): Promise<Page> => {
    const rows = await pageRows({ registryId, nameKey, after, before, most: limit + 1 });
    const items = rows.slice(0, limit).map(toPackage);
    const more = rows.length > limit;
    // The other side of a cursor begins with the package at the cursor, if it still exists.
    const newer = after !== undefined && (await nearest({ registryId, nameKey, from: after })).length > 0;
    const older = before !== undefined && (await nearest({ registryId, nameKey, upTo: before })).length > 0;
    return isUpwards({ after, before })
      ? { items: items.reverse(), hasNewer: more, hasOlder: older }
      : { items, hasNewer: newer, hasOlder: more || older };
  };

  return async (registryId, { skip = 0, ...query }) => {
    if (skip === 0) return page(registryId, query);
    const { nameKey, limit } = query;
    const [last] = await ids({ registryId, nameKey, index: skip - 1 });
    if (last) return page(registryId, { nameKey, limit, after: last.id });
    return { items: [], hasNewer: (await nearest({ registryId, nameKey })).length > 0, hasOlder: false };
  };
}

/** Newer packages are read upwards from the cursor, older ones downwards. */
function isUpwards({ after, before }: Pick<PageValues, 'after' | 'before'>): boolean {
  return before !== undefined && after === undefined;
}
