import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Registries, their packages, and the blobs of these. */
export const packages: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createRegistries(db);
    await createPackages(db);
    await createBlobs(db);
    await createFiles(db);
  },
};

async function createRegistries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('registries')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('organization_id', 'text', (column) => column.notNull().references('organizations.id'))
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('ecosystem', 'text', (column) => column.notNull())
    .addColumn('description', 'text')
    .addColumn('emoji', 'text')
    .addColumn('color', 'text')
    .addColumn('public', 'integer', (column) => column.notNull())
    .addColumn('oidc_policy', 'text')
    .addColumn('team_ids', 'text', (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('registries_one_per_slug', ['organization_id', 'slug'])
    .execute();
  await db.schema.createIndex('registries_by_age').on('registries').columns(['organization_id', 'id']).execute();

  await db.schema
    .createTable('signing_keys')
    .addColumn('registry_id', 'text', (column) =>
      column.notNull().primaryKey().references('registries.id').onDelete('cascade'),
    )
    .addColumn('private_key', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .execute();
}

async function createPackages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('packages')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('registry_id', 'text', (column) => column.notNull().references('registries.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('version_key', 'text', (column) => column.notNull())
    .addColumn('variant', 'text', (column) => column.notNull())
    .addColumn('metadata', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('packages_one_per_variant', ['registry_id', 'name_key', 'version_key', 'variant'])
    .execute();
  await db.schema.createIndex('packages_by_age').on('packages').columns(['registry_id', 'id']).execute();
  await db.schema.createIndex('packages_by_name').on('packages').columns(['registry_id', 'name_key', 'id']).execute();

  await db.schema
    .createTable('deleted_packages')
    .addColumn('registry_id', 'text', (column) => column.notNull().references('registries.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('deleted_packages_key', ['registry_id', 'id'])
    .execute();

  await db.schema
    .createTable('entries')
    .addColumn('package_id', 'text', (column) =>
      column.notNull().primaryKey().references('packages.id').onDelete('cascade'),
    )
    .addColumn('registry_id', 'text', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  const inIndexOrder = ['registry_id', 'part', 'name_key', 'package_id'];
  await db.schema.createIndex('entries_in_index_order').on('entries').columns(inIndexOrder).execute();
}

async function createBlobs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('blobs')
    .addColumn('sha256', 'text', (column) => column.notNull().primaryKey())
    .addColumn('sha512', 'text', (column) => column.notNull())
    .addColumn('md5', 'text')
    .addColumn('sha1', 'text')
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('location', 'text', (column) => column.notNull().unique())
    .execute();

  await db.schema
    .createTable('released')
    .addColumn('location', 'text', (column) => column.notNull().primaryKey())
    .execute();
}

async function createFiles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('files')
    .addColumn('package_id', 'text', (column) => column.notNull().references('packages.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('registry_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull().references('blobs.sha256').onDelete('restrict'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('files_key', ['package_id', 'position'])
    .addUniqueConstraint('files_one_per_name', ['package_id', 'name'])
    .execute();
  await db.schema.createIndex('files_by_name').on('files').columns(['registry_id', 'name', 'package_id']).execute();
  await db.schema.createIndex('files_by_digest').on('files').columns(['sha256', 'registry_id', 'package_id']).execute();
}
