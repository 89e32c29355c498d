import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** With which tokens packages were published. */
export const publishers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('packages').addColumn('publisher_id', 'text').execute();
    await db.schema.alterTable('packages').addColumn('publisher', 'text').execute();
  },
};
