import type { SigningKey } from '../../model/entries.ts';
import type { EcosystemId } from '../../model/values.ts';
import type { Registries, SlugPage } from '../catalog.ts';
import type { Registry, RegistryChanges } from '../../model/records.ts';
import { clearRegistry } from './clear-registry.ts';
import { preparedQuery } from './prepared-query.ts';
import { ROWS_AT_A_TIME, readInPages } from './read-in-pages.ts';
import { toChangedColumns, toRegistry, toRegistryRow } from './registry-rows.ts';
import { addSigningKey, insertFirstKey, readSigningKeys } from './signing-keys.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** Registries and their keys. */
export function createRegistries(connections: Connections): Registries {
  const { read, write } = connections;
  const bySlug = preparedQuery(connections, (db, { organizationId, slug }: { organizationId: string; slug: string }) =>
    db
      .selectFrom('registries')
      .where('organization_id', '=', organizationId)
      .where('slug', '=', slug)
      .where('deleted_at', 'is', null)
      .selectAll(),
  );
  const ofEcosystem = preparedQuery(connections, (db, { organizationId, ecosystem, after, limit }: OfEcosystem) =>
    db
      .selectFrom('registries')
      .where('organization_id', '=', organizationId)
      .where('ecosystem', '=', ecosystem)
      .where('slug', '>', after)
      .where('deleted_at', 'is', null)
      .selectAll()
      .orderBy('slug')
      .limit(limit),
  );
  return {
    async *list(organizationId, after, only) {
      const ofOrganization = read.selectFrom('registries').where('organization_id', '=', organizationId);
      const wanted = only === 'public' ? ofOrganization.where('public', '=', 1) : ofOrganization;
      const query = wanted.where('deleted_at', 'is', null).selectAll().orderBy('id').limit(ROWS_AT_A_TIME);
      for await (const row of readInPages((last) => query.where('id', '>', last).execute(), after))
        yield toRegistry(row);
    },

    async countPolicies() {
      const { count } = await read
        .selectFrom('registries')
        .where('oidc_policy', 'is not', null)
        .select((expression) => expression.fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async find(organizationId, slug) {
      const [row] = await bySlug({ organizationId, slug });
      return row === undefined ? undefined : toRegistry(row);
    },

    ofEcosystem: async (organizationId, ecosystem, { after, limit }) =>
      (await ofEcosystem({ organizationId, ecosystem, after, limit })).map(toRegistry),

    insert: (registry, signingKey) => insertRegistry(write, registry, signingKey),
    update: (id, changes, updatedAt) => updateRegistry(write, id, changes, updatedAt),
    delete: (id) => deleteRegistry(write, id),

    async deleted() {
      // A comparison, so that the database uses the index of deleted registries.
      const query = read.selectFrom('registries').where('deleted_at', '>', '').select('id').orderBy('deleted_at');
      return (await query.execute()).map(({ id }) => id);
    },

    async isBeingDeleted(organizationId, slug) {
      const ofOrganization = read.selectFrom('registries').where('organization_id', '=', organizationId);
      const query = ofOrganization.where('slug', '=', slug).where('deleted_at', 'is not', null).select('id');
      return (await query.executeTakeFirst()) !== undefined;
    },

    clear: (id, limit) => clearRegistry(write, id, limit),

    signingKeys: (id, now) => readSigningKeys(read, id, now),
    addSigningKey: (id, added) => addSigningKey(write, id, added),
  };
}

interface OfEcosystem extends SlugPage {
  readonly organizationId: string;
  readonly ecosystem: EcosystemId;
}

async function insertRegistry(write: Database, registry: Registry, signingKey?: SigningKey): Promise<boolean> {
  return await transact(write, async (trx) => {
    const inserted = await trx
      .insertInto('registries')
      .values(toRegistryRow(registry))
      .onConflict((conflict) => conflict.columns(['organization_id', 'slug']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted === undefined) return false;
    if (signingKey !== undefined) await insertFirstKey(trx, registry.id, signingKey, registry.createdAt);
    return true;
  });
}

async function updateRegistry(write: Database, id: string, changes: RegistryChanges, updatedAt: Date) {
  try {
    return await transact(write, async (trx) => {
      const row = await trx
        .updateTable('registries')
        .set({ ...toChangedColumns(changes), updated_at: updatedAt.toISOString() })
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? undefined : toRegistry(row);
    });
  } catch (error) {
    // The slug is the only unique column that an update can change.
    if (isUniqueViolation(error)) return 'slug-taken';
    throw error;
  }
}

/** Locks the registry's row: concurrent publications are committed before, or rejected. */
async function deleteRegistry(write: Database, id: string): Promise<boolean> {
  return await transact(write, async (trx) => {
    const deletion = trx.updateTable('registries').set({ deleted_at: new Date().toISOString() });
    const deleted = deletion.where('id', '=', id).where('deleted_at', 'is', null).returning('id');
    return (await deleted.executeTakeFirst()) !== undefined;
  });
}
