import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Registries that are deleted, whose records are still being removed. */
export const deletedRegistries: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('registries').addColumn('deleted_at', 'text').execute();
    await db.schema
      .createIndex('registries_deleted')
      .on('registries')
      .column('deleted_at')
      .where(sql<boolean>`deleted_at is not null`)
      .execute();
  },
};
