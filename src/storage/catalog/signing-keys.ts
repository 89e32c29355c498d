/** The keys that sign the documents of registries. */
import type { SigningKey } from '../../model/entries.ts';
import type { RegistryKey } from '../../model/records.ts';
import type { AddedKey } from '../catalog.ts';
import { transact } from './transaction.ts';
import type { Database } from './transaction.ts';

export async function readSigningKeys(read: Database, registryId: string, now: Date): Promise<RegistryKey[]> {
  const rows = await read
    .selectFrom('signing_keys')
    .where('registry_id', '=', registryId)
    .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', now.toISOString())]))
    .selectAll()
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    privateKey: row.private_key,
    publicKey: row.public_key,
    createdAt: new Date(row.created_at),
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
  }));
}

/** Inserts the first key of a new registry. */
export async function insertFirstKey(trx: Database, registryId: string, key: SigningKey, now: Date): Promise<void> {
  await insertKey(trx, { registryId, number: 0, key, now });
}

/** Locks the registry's row, so that concurrent additions get different numbers. */
export async function addSigningKey(
  write: Database,
  registryId: string,
  { key, now, oldUntil, most }: AddedKey,
): Promise<boolean | undefined> {
  return await transact(write, async (trx) => {
    const registry = await trx
      .updateTable('registries')
      .set((set) => ({ key_number: set.ref('key_number') }))
      .where('id', '=', registryId)
      .where('deleted_at', 'is', null)
      .returning('key_number')
      .executeTakeFirst();
    if (registry === undefined) return undefined;
    const ofRegistry = trx.selectFrom('signing_keys').where('registry_id', '=', registryId);
    const old = await ofRegistry.select(['number', 'expires_at']).execute();
    const [until, at] = [oldUntil.toISOString(), now.toISOString()];
    const ends = old.map(({ number, expires_at: end }) => ({ number, end: end !== null && end < until ? end : until }));
    if (ends.filter(({ end }) => end > at).length + 1 > most) return false;
    for (const { number, end } of ends) {
      if (end > at) await expireKey(trx, { registryId, number, end });
      else await deleteKey(trx, { registryId, number });
    }
    const number = registry.key_number + 1;
    await insertKey(trx, { registryId, number, key, now });
    await trx.updateTable('registries').set({ key_number: number }).where('id', '=', registryId).execute();
    return true;
  });
}

interface KeyPlace {
  readonly registryId: string;
  readonly number: number;
}

interface NumberedKey extends KeyPlace {
  readonly key: SigningKey;
  readonly now: Date;
}

async function insertKey(trx: Database, { registryId, number, key, now }: NumberedKey): Promise<void> {
  const { privateKey, publicKey } = key;
  const row = { registry_id: registryId, number, private_key: privateKey, public_key: publicKey };
  await trx
    .insertInto('signing_keys')
    .values({ ...row, created_at: now.toISOString(), expires_at: null })
    .execute();
}

async function expireKey(
  trx: Database,
  { registryId, number, end }: KeyPlace & { readonly end: string },
): Promise<void> {
  const change = trx.updateTable('signing_keys').set({ expires_at: end });
  await change.where('registry_id', '=', registryId).where('number', '=', number).execute();
}

async function deleteKey(trx: Database, { registryId, number }: KeyPlace): Promise<void> {
  await trx.deleteFrom('signing_keys').where('registry_id', '=', registryId).where('number', '=', number).execute();
}
