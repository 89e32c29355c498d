import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Deleted packages, by name, version and variant, instead of a list of all ids that ever existed. */
export const deletedVersions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('deleted_versions')
      .addColumn('registry_id', 'text', (column) => column.notNull().references('registries.id').onDelete('cascade'))
      .addColumn('name_key', 'text', (column) => column.notNull())
      .addColumn('version_key', 'text', (column) => column.notNull())
      .addColumn('variant', 'text', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('sha512', 'text', (column) => column.notNull())
      .addColumn('deleted_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('deleted_versions_key', ['registry_id', 'name_key', 'version_key', 'variant'])
      .execute();
    await db.schema.dropTable('deleted_packages').execute();
  },
};
