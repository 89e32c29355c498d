import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The data that clients sent in addition to the main files of packages, for later editions of their readers. */
export const claims: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('claims')
      .addColumn('package_id', 'text', (column) =>
        column.notNull().primaryKey().references('packages.id').onDelete('cascade'),
      )
      .addColumn('claims', 'text', (column) => column.notNull())
      .execute();
  },
};
