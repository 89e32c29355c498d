import type { Tokens } from '../tokens.ts';
import type { NewToken, Token } from '../../model/records.ts';
import { endFromSettings, putFromSettings } from './settings-token.ts';
import { preparedQuery } from './prepared-query.ts';
import { ROWS_AT_A_TIME, readInPages } from './read-in-pages.ts';
import { selectTokens, toToken, toTokenRow } from './token-rows.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

/** Access tokens and registry tokens. */
export function createTokens(connections: Connections): Tokens {
  const { read, write } = connections;
  const byDigest = preparedQuery(connections, (db, { digest }: { digest: string }) =>
    selectTokens(db).where('digest', '=', digest),
  );
  return {
    async findByDigest(digest) {
      const [row] = await byDigest({ digest });
      return row === undefined ? undefined : toToken(row);
    },

    insert: (token) => insertToken(write, token),

    putFromSettings: (token) => putFromSettings(write, token),
    endFromSettings: (first) => endFromSettings(write, first),

    async findDescribed(organizationId, description) {
      const access = selectTokens(read).where('organization_id', '=', organizationId).where('registry_id', 'is', null);
      const described = access.where('description', '=', description).where('from_settings', '=', 0);
      return (await described.orderBy('tokens.id').execute()).map(toToken);
    },

    listAccess: (organizationId) =>
      listTokens(
        selectTokens(read).where('organization_id', '=', organizationId).where('tokens.registry_id', 'is', null),
      ),

    listOfRegistry: (registryId) => listTokens(selectTokens(read).where('tokens.registry_id', '=', registryId)),

    async findAccess(organizationId, id) {
      const access = selectTokens(read).where('organization_id', '=', organizationId).where('registry_id', 'is', null);
      const row = await access.where('tokens.id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : toToken(row);
    },

    async findOfRegistry(registryId, id) {
      const ofRegistry = selectTokens(read).where('registry_id', '=', registryId);
      const row = await ofRegistry.where('tokens.id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : toToken(row);
    },

    async describe(id, description) {
      await transact(write, (trx) => trx.updateTable('tokens').set({ description }).where('id', '=', id).execute());
    },

    delete: (organizationId, id) => deleteToken(write, organizationId, id),
    used: (id, at) => noteUse(write, id, at),
  };
}

async function* listTokens(query: ReturnType<typeof selectTokens>): AsyncGenerator<Token> {
  const inOrder = query.orderBy('tokens.id').limit(ROWS_AT_A_TIME);
  for await (const row of readInPages((after) => inOrder.where('tokens.id', '>', after).execute())) yield toToken(row);
}

async function insertToken(write: Database, token: NewToken): Promise<boolean> {
  return await transact(write, async (trx) => {
    if (token.parentId !== null && !(await holdToken(trx, token.parentId))) return false;
    await trx.insertInto('tokens').values(toTokenRow(token, 0)).execute();
    return true;
  });
}

/** Locks the token, so that it cannot be deleted until the end of the transaction. */
async function holdToken(trx: Database, id: string): Promise<boolean> {
  const lock = trx.updateTable('tokens').set((set) => ({ description: set.ref('description') }));
  return (await lock.where('id', '=', id).returning('id').executeTakeFirst()) !== undefined;
}

async function deleteToken(write: Database, organizationId: string, id: string): Promise<boolean> {
  const deleted = await transact(write, (trx) =>
    trx
      .deleteFrom('tokens')
      .where('id', '=', id)
      .where('organization_id', '=', organizationId)
      .returning('id')
      .executeTakeFirst(),
  );
  return deleted !== undefined;
}

/** Stored to the minute, so that a token in constant use is not written constantly. */
async function noteUse(write: Database, id: string, at: Date): Promise<void> {
  const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000).toISOString();
  await transact(write, (trx) =>
    trx
      .updateTable('tokens')
      .set({ last_used_at: minute })
      .where('id', '=', id)
      .where(({ eb, or }) => or([eb('last_used_at', 'is', null), eb('last_used_at', '<', minute)]))
      .execute(),
  );
}
