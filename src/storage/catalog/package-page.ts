import type { Page, PageQuery } from '../catalog.ts';
import { selectPackages, toPackage } from './package-rows.ts';
import type { Database } from './transaction.ts';

/** Reads a page of packages. Its cost depends on the page's length only, wherever in the list it lies. */
export async function readPage(db: Database, registryId: string, query: PageQuery): Promise<Page> {
  const { nameKey, after, before, limit } = query;
  // A page lies next to its cursor: newer packages are read upwards from it, older ones downwards.
  const upwards = before !== undefined && after === undefined;
  let packages = selectPackages(db).where('packages.registry_id', '=', registryId);
  if (nameKey !== undefined) packages = packages.where('name_key', '=', nameKey);
  if (after !== undefined) packages = packages.where('packages.id', '<', after);
  if (before !== undefined) packages = packages.where('packages.id', '>', before);
  const rows = await packages
    .orderBy('packages.id', upwards ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute();

  const items = rows.slice(0, limit).map(toPackage);
  const more = rows.length > limit;
  // What lies on the far side of a cursor begins with the package at the cursor, if that is still there.
  const newer = after !== undefined && (await isAny(db, registryId, nameKey, '>=', after));
  const older = before !== undefined && (await isAny(db, registryId, nameKey, '<=', before));
  return upwards
    ? { items: items.reverse(), hasNewer: more, hasOlder: older }
    : { items, hasNewer: newer, hasOlder: more || older };
}

async function isAny(db: Database, registryId: string, nameKey: string | undefined, side: '>=' | '<=', id: string) {
  let packages = db.selectFrom('packages').select('id').where('registry_id', '=', registryId).where('id', side, id);
  if (nameKey !== undefined) packages = packages.where('name_key', '=', nameKey);
  // With an order, the nearest one is a step in the list's own index.
  const nearest = packages.orderBy('id', side === '>=' ? 'asc' : 'desc').limit(1);
  return (await nearest.executeTakeFirst()) !== undefined;
}
