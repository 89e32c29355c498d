import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The editions of the readers that have read packages; 0 for packages of earlier versions. */
export const editions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('packages')
      .addColumn('edition', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createIndex('packages_by_edition')
      .on('packages')
      .columns(['registry_id', 'edition', 'id'])
      .execute();
    await db.schema.createIndex('registries_by_ecosystem').on('registries').columns(['ecosystem', 'id']).execute();
  },
};
