import type { Change } from '../../model/changes.ts';
import type { Package } from '../../model/records.ts';
import type { Changes } from '../changes.ts';
import { preparedStatement } from './prepared-query.ts';
import type { ChangesTable } from './schema.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

/** The changes of registries. */
export function createChanges({ read, write }: Connections): Changes {
  return {
    async after(registryId, revision, limit) {
      const ofRegistry = read.selectFrom('changes').where('registry_id', '=', registryId);
      const later = ofRegistry.where('revision', '>', revision).orderBy('revision').limit(limit);
      return (await later.selectAll().execute()).map(toChange);
    },

    async deleteOld(before, limit) {
      const old = read.selectFrom('changes').where('at', '<', before.toISOString()).select('at');
      const last = (await old.orderBy('at').limit(limit).execute()).at(-1);
      if (last === undefined) return 0;
      const { numDeletedRows } = await transact(write, (trx) =>
        trx.deleteFrom('changes').where('at', '<=', last.at).executeTakeFirst(),
      );
      return Number(numDeletedRows);
    },
  };
}

/** Stores the change of a revision, in the transaction that adds it. */
export async function keepChange(
  trx: Database,
  { registryId, revision, kind, name, package: pkg, details, by }: Omit<Change, 'at'>,
): Promise<void> {
  const row: ChangesTable = {
    registry_id: registryId,
    revision,
    kind,
    package_id: pkg?.id ?? null,
    name,
    version: pkg?.version ?? null,
    variant: pkg?.variant ?? null,
    details: details && JSON.stringify(details),
    by_id: by?.id ?? null,
    by: by?.description ?? null,
    by_issuer: by?.issuer ?? null,
    at: new Date().toISOString(),
  };
  await insertChange(trx, row);
}

const insertChange = preparedStatement((trx, row: ChangesTable) => trx.insertInto('changes').values(row));

/** Returns the members of a change for a package, whose variant is null or empty if it has none. */
export function changedPackage({
  id,
  name,
  version,
  variant,
}: Pick<Package, 'id' | 'name' | 'version' | 'variant'>): Pick<Change, 'name' | 'package'> {
  return { name, package: { id, version, variant: variant === '' ? null : variant } };
}

/** Deletes at most `limit` changes of a registry. Returns their number. */
export async function clearChanges(trx: Database, registryId: string, limit: number): Promise<number> {
  const ofRegistry = trx.selectFrom('changes').where('registry_id', '=', registryId);
  const rows = await ofRegistry.select('revision').orderBy('revision').limit(limit).execute();
  const last = rows.at(-1);
  if (last === undefined) return 0;
  const deletion = trx.deleteFrom('changes').where('registry_id', '=', registryId);
  await deletion.where('revision', '<=', last.revision).execute();
  return rows.length;
}

function toChange(row: ChangesTable): Change {
  const { package_id: id, version, variant } = row;
  return {
    registryId: row.registry_id,
    revision: row.revision,
    // This and the details are written from a `Change`.
    kind: row.kind as Change['kind'],
    name: row.name,
    package: id === null || version === null ? null : { id, version, variant },
    details: row.details === null ? null : (JSON.parse(row.details) as Change['details']),
    by: row.by === null ? null : { id: row.by_id, description: row.by, issuer: row.by_issuer },
    at: new Date(row.at),
  };
}
