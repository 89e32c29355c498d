import type { Sessions } from '../sessions.ts';
import { selectTokens, toToken } from './token-rows.ts';
import { transact, type Connections } from './transaction.ts';

/** Sessions of browsers. */
export function createSessions({ read, write }: Connections): Sessions {
  return {
    async find(digest) {
      const session = await read.selectFrom('sessions').where('digest', '=', digest).selectAll().executeTakeFirst();
      if (session === undefined) return undefined;
      const token = await selectTokens(read).where('tokens.id', '=', session.token_id).executeTakeFirst();
      if (token === undefined) return undefined;
      return { token: toToken(token), createdAt: new Date(session.created_at), usedAt: new Date(session.used_at) };
    },

    async insert({ digest, tokenId, createdAt }) {
      const at = createdAt.toISOString();
      const inserted = await transact(write, (trx) =>
        trx
          .insertInto('sessions')
          .columns(['digest', 'token_id', 'created_at', 'used_at'])
          .expression((from) =>
            from
              .selectFrom('tokens')
              .where('tokens.id', '=', tokenId)
              .select(({ val }) => [
                val(digest).as('digest'),
                'tokens.id as token_id',
                val(at).as('created_at'),
                val(at).as('used_at'),
              ]),
          )
          .returning('digest')
          .executeTakeFirst(),
      );
      return inserted !== undefined;
    },

    async used(digest, at) {
      const usedAt = at.toISOString();
      await transact(write, (trx) =>
        trx.updateTable('sessions').set({ used_at: usedAt }).where('digest', '=', digest).execute(),
      );
    },

    async delete(digest) {
      await transact(write, (trx) => trx.deleteFrom('sessions').where('digest', '=', digest).execute());
    },

    async deleteEnded(created, used) {
      await transact(write, (trx) =>
        trx
          .deleteFrom('sessions')
          .where(({ eb, or }) =>
            or([eb('created_at', '<', created.toISOString()), eb('used_at', '<', used.toISOString())]),
          )
          .execute(),
      );
    },
  };
}
