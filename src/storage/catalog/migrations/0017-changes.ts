import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The changes of registries, one per revision. */
export const changes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('changes')
      .addColumn('registry_id', 'text', (column) => column.notNull().references('registries.id').onDelete('cascade'))
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('package_id', 'text')
      .addColumn('name', 'text')
      .addColumn('version', 'text')
      .addColumn('variant', 'text')
      .addColumn('details', 'text')
      .addColumn('by_id', 'text')
      .addColumn('by', 'text')
      .addColumn('by_issuer', 'text')
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('changes_key', ['registry_id', 'revision'])
      .execute();
    await db.schema.createIndex('changes_by_age').on('changes').column('at').execute();
  },
};
