import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Tokens that end with the token that made them. */
export const tokenParents: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('tokens')
      .addColumn('parent_id', 'text', (column) => column.references('tokens.id').onDelete('cascade'))
      .execute();
    await db.schema.createIndex('tokens_by_parent').on('tokens').column('parent_id').execute();
  },
};
