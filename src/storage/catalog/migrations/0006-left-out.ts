import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Entries that are left out of the index, and the date inside an index. */
export const leftOut: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('indexes').addColumn('date', 'text').execute();
    await db.schema.alterTable('entries').addColumn('refusal', 'text').execute();
    await db.schema
      .createIndex('entries_left_out')
      .on('entries')
      .columns(['registry_id', 'package_id'])
      .where(sql<boolean>`refusal is not null`)
      .execute();
    await db.schema
      .createTable('entry_editions')
      .addColumn('ecosystem', 'text', (column) => column.notNull().primaryKey())
      .addColumn('edition', 'integer', (column) => column.notNull())
      .execute();
  },
};
