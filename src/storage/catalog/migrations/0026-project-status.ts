import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Projects have a status, such as archived, and its reason. */
export const projectStatus: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('projects')
      .addColumn('status', 'text', (column) => column.notNull().defaultTo('active'))
      .execute();
    await db.schema.alterTable('projects').addColumn('status_reason', 'text').execute();
  },
};
