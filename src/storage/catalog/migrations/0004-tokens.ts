import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Tokens of both kinds, and the secrets that servers share. */
export const tokens: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('tokens')
      .addColumn('id', 'text', (column) => column.notNull().primaryKey())
      .addColumn('digest', 'text', (column) => column.notNull().unique())
      .addColumn('description', 'text', (column) => column.notNull())
      .addColumn('scopes', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text')
      .addColumn('last_used_at', 'text')
      .addColumn('organization_id', 'text', (column) =>
        column.notNull().references('organizations.id').onDelete('cascade'),
      )
      .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
      .addColumn('registry_id', 'text', (column) => column.references('registries.id').onDelete('cascade'))
      .addColumn('from_settings', 'integer', (column) => column.notNull())
      .execute();
    const ofOrganization = ['organization_id', 'registry_id', 'id'];
    await db.schema.createIndex('tokens_by_organization').on('tokens').columns(ofOrganization).execute();
    await db.schema.createIndex('tokens_by_registry').on('tokens').columns(['registry_id', 'id']).execute();
    await db.schema.createIndex('tokens_by_source').on('tokens').column('from_settings').execute();

    await db.schema
      .createTable('secrets')
      .addColumn('name', 'text', (column) => column.notNull().primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
  },
};
