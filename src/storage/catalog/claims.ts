/** The data that clients sent in addition to the main files of packages. Most packages have none, and no row. */
import type { JsonObject } from '../../model/values.ts';
import type { Database } from './transaction.ts';

export async function readClaims(db: Database, packageId: string): Promise<JsonObject> {
  const row = await db.selectFrom('claims').where('package_id', '=', packageId).select('claims').executeTakeFirst();
  // The column is written from a `JsonObject`.
  return row === undefined ? {} : (JSON.parse(row.claims) as JsonObject);
}

/** Replaces the claims of a package, which may be new. */
export async function putClaims(
  trx: Database,
  { id, isNew }: { readonly id: string; readonly isNew: boolean },
  claims: JsonObject,
): Promise<void> {
  if (!isNew) await trx.deleteFrom('claims').where('package_id', '=', id).execute();
  if (Object.keys(claims).length === 0) return;
  await trx
    .insertInto('claims')
    .values({ package_id: id, claims: JSON.stringify(claims) })
    .execute();
}
