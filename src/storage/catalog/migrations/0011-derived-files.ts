import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Files that the server made from the file of a package, such as the metadata of a wheel. */
export const derivedFiles: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('files')
      .addColumn('derived', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
