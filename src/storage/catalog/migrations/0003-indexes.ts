import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The indexes that native clients fetch, built from the entries of packages. */
export const indexes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('index_parts')
      .addColumn('registry_id', 'text', (column) => column.notNull().references('registries.id').onDelete('cascade'))
      .addColumn('part', 'text', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('index_parts_key', ['registry_id', 'part'])
      .execute();

    await db.schema
      .createTable('indexes')
      .addColumn('registry_id', 'text', (column) => column.notNull().references('registries.id').onDelete('cascade'))
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('last_modified', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('indexes_key', ['registry_id', 'revision'])
      .execute();

    await db.schema
      .createTable('index_files')
      .addColumn('registry_id', 'text', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('folder', 'text', (column) => column.notNull())
      .addColumn('part', 'text')
      .addColumn('sha256', 'text', (column) => column.notNull().references('blobs.sha256').onDelete('restrict'))
      .addPrimaryKeyConstraint('index_files_key', ['registry_id', 'revision', 'path'])
      .addForeignKeyConstraint(
        'index_files_of_index',
        ['registry_id', 'revision'],
        'indexes',
        ['registry_id', 'revision'],
        (constraint) => constraint.onDelete('cascade'),
      )
      .execute();
    const byDigest = ['sha256', 'registry_id', 'folder', 'revision'];
    await db.schema.createIndex('index_files_by_digest').on('index_files').columns(byDigest).execute();
  },
};
