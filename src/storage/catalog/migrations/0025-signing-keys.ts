import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Registries can have several signing keys: while the key is being replaced, the old one is used, too. */
export const signingKeys: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('registries')
      .addColumn('key_number', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    // The primary key gets another column, which SQLite cannot alter. No table refers to this one.
    await db.schema
      .createTable('new_signing_keys')
      .addColumn('registry_id', 'text', (column) => column.notNull().references('registries.id').onDelete('cascade'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('private_key', 'text', (column) => column.notNull())
      .addColumn('public_key', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text')
      .addPrimaryKeyConstraint('new_signing_keys_pk', ['registry_id', 'number'])
      .execute();
    await sql`
      insert into new_signing_keys (registry_id, number, private_key, public_key, created_at)
      select registry_id, 0, private_key, public_key, created_at
      from signing_keys inner join registries on registries.id = registry_id`.execute(db);
    await db.schema.dropTable('signing_keys').execute();
    await db.schema.alterTable('new_signing_keys').renameTo('signing_keys').execute();
  },
};
