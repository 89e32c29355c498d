import type { SigningKey } from '../../ecosystems/ecosystem.ts';
import type { Registries } from '../catalog.ts';
import type { Registry, RegistryChanges } from '../records.ts';
import { hotRead } from './hot-read.ts';
import { toChangedColumns, toRegistry, toRegistryRow } from './registry-rows.ts';
import { releaseRegistry } from './release.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** Registries and the keys that sign their indexes. */
export function createRegistries(connections: Connections): Registries {
  const { read, write } = connections;
  const bySlug = hotRead(connections, (db, { organizationId, slug }: { organizationId: string; slug: string }) =>
    db.selectFrom('registries').where('organization_id', '=', organizationId).where('slug', '=', slug).selectAll(),
  );
  return {
    async list(organizationId) {
      const query = read.selectFrom('registries').where('organization_id', '=', organizationId).selectAll();
      return (await query.orderBy('id').execute()).map(toRegistry);
    },

    async find(organizationId, slug) {
      const [row] = await bySlug({ organizationId, slug });
      return row === undefined ? undefined : toRegistry(row);
    },

    insert: (registry, signingKey) => insertRegistry(write, registry, signingKey),
    update: (id, changes, updatedAt) => updateRegistry(write, id, changes, updatedAt),
    delete: (id) => deleteRegistry(write, id),

    async signingKey(id) {
      const query = read.selectFrom('signing_keys').where('registry_id', '=', id).selectAll();
      const row = await query.executeTakeFirst();
      return row === undefined ? undefined : { privateKey: row.private_key, publicKey: row.public_key };
    },
  };
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
    if (signingKey !== undefined) {
      const { privateKey, publicKey } = signingKey;
      const row = { registry_id: registry.id, private_key: privateKey, public_key: publicKey };
      await trx.insertInto('signing_keys').values(row).execute();
    }
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
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? undefined : toRegistry(row);
    });
  } catch (error) {
    // The only unique column that an update can change.
    if (isUniqueViolation(error)) return 'slug-taken';
    throw error;
  }
}

async function deleteRegistry(write: Database, id: string): Promise<boolean> {
  return await transact(write, async (trx) => {
    // Locks the registry, so that nothing is published between listing its blobs and deleting it.
    const lock = trx.updateTable('registries').set((set) => ({ revision: set('revision', '+', 1) }));
    if ((await lock.where('id', '=', id).returning('id').executeTakeFirst()) === undefined) return false;
    await holdUploads(trx, id);
    await releaseRegistry(trx, id);
    await trx.deleteFrom('registries').where('id', '=', id).execute();
    return true;
  });
}

/** From here to the end of the transaction, no upload of the registry gets a file. */
async function holdUploads(trx: Database, registryId: string): Promise<void> {
  const lock = trx.updateTable('uploads').set((set) => ({ expires_at: set.ref('expires_at') }));
  await lock.where('registry_id', '=', registryId).execute();
}
