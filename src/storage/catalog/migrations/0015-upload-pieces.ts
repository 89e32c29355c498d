import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

// An interface would lack the index signature that `withTables` demands.
type Tables = {
  uploads: { id: string; sha256: string | null };
  upload_pieces: { upload_id: string; position: number; offset: number; size: number; sha256: string };
  blobs: { sha256: string; size: number };
};

/** Uploads that consist of pieces. The file of a form is one piece. */
export const uploadPieces: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('upload_pieces')
      .addColumn('upload_id', 'text', (column) => column.notNull().references('uploads.id').onDelete('cascade'))
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('offset', 'bigint', (column) => column.notNull())
      .addColumn('size', 'bigint', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull().references('blobs.sha256').onDelete('restrict'))
      .addPrimaryKeyConstraint('upload_pieces_key', ['upload_id', 'position'])
      .execute();
    await db.schema.createIndex('upload_pieces_by_digest').on('upload_pieces').column('sha256').execute();

    const tables = db.withTables<Tables>();
    const files = tables
      .selectFrom('uploads')
      .innerJoin('blobs', 'blobs.sha256', 'uploads.sha256')
      .select(({ lit }) => ['uploads.id', lit(0).as('position'), lit(0).as('offset'), 'blobs.size', 'blobs.sha256']);
    await tables
      .insertInto('upload_pieces')
      .columns(['upload_id', 'position', 'offset', 'size', 'sha256'])
      .expression(files)
      .execute();

    await db.schema.dropIndex('uploads_by_digest').execute();
    await db.schema.alterTable('uploads').dropColumn('sha256').execute();
    await db.schema.alterTable('uploads').addColumn('name', 'text').execute();
    await db.schema
      .createIndex('uploads_by_name')
      .on('uploads')
      .columns(['registry_id', 'name', 'id'])
      .where(sql<boolean>`name is not null`)
      .execute();
  },
};
