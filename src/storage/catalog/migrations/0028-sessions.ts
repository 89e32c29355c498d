import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Browsers have sessions, each of which is made with a token and ends with it. */
export const sessions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('sessions')
      .addColumn('digest', 'text', (column) => column.primaryKey())
      .addColumn('token_id', 'text', (column) => column.notNull().references('tokens.id').onDelete('cascade'))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('sessions_by_token').on('sessions').column('token_id').execute();
  },
};
