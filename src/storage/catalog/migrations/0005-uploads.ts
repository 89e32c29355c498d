import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Presigned uploads, and the bytes of those that were used. */
export const uploads: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('uploads')
      .addColumn('id', 'text', (column) => column.notNull().primaryKey())
      .addColumn('registry_id', 'text', (column) => column.notNull().references('registries.id').onDelete('cascade'))
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('file_name', 'text')
      .addColumn('sha256', 'text', (column) => column.references('blobs.sha256').onDelete('restrict'))
      .execute();
    await db.schema.createIndex('uploads_by_registry').on('uploads').column('registry_id').execute();
    await db.schema.createIndex('uploads_by_expiry').on('uploads').column('expires_at').execute();
    await db.schema.createIndex('uploads_by_digest').on('uploads').column('sha256').execute();
  },
};
