import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Versions that were withdrawn when they were deleted: only their own bytes can be published again, immediately. */
export const withdrawnVersions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('deleted_versions')
      .addColumn('withdrawn', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
