import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The packages that a later edition of their reader rejects. They stay as an earlier one has read them. */
export const rejections: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('rejections')
      .addColumn('package_id', 'text', (column) =>
        column.notNull().primaryKey().references('packages.id').onDelete('cascade'),
      )
      .addColumn('reason', 'text', (column) => column.notNull())
      .execute();
  },
};
