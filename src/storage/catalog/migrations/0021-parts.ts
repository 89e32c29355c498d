import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Packages that are parts of others, such as the images of an OCI index: lists omit them. Blobs are found by their
 * SHA-512, too.
 */
export const parts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('packages').addColumn('subject_key', 'text').execute();
    await db.schema
      .alterTable('packages')
      .addColumn('is_part', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.createIndex('packages_by_version').on('packages').columns(['project_id', 'version_key']).execute();
    await db.schema
      .createIndex('packages_by_subject')
      .on('packages')
      .columns(['project_id', 'subject_key', 'id'])
      .where('subject_key', 'is not', null)
      .execute();
    await db.schema
      .createIndex('packages_listed')
      .on('packages')
      .columns(['registry_id', 'id'])
      .where(sql.ref('is_part'), '=', 0)
      .execute();
    await db.schema
      .createIndex('packages_listed_by_name')
      .on('packages')
      .columns(['registry_id', 'name_key', 'id'])
      .where(sql.ref('is_part'), '=', 0)
      .execute();
    await db.schema.createIndex('blobs_by_sha512').on('blobs').column('sha512').execute();
  },
};
