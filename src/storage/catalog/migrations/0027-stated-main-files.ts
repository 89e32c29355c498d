import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Files, such as the provenance of a chart, state the digest of the main file that they are about. */
export const statedMainFiles: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('files').addColumn('main_sha256', 'text').execute();
  },
};
