import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Projects above packages, tags, needs, roles of files, several entries per package, and the times since which blobs are
 * unreferenced. Existing parents (`packages`, `files`) are altered, because SQLite deletes the children of a dropped
 * table. Each step reads every row at most once.
 */
export const projects: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createProjects(db);
    await createTagsAndNeeds(db);
    await giveFilesRoles(db);
    await rebuildEntries(db);
    await dateUnreferencedBlobs(db);
  },
};

async function createProjects(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('projects')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('registry_id', 'text', (column) => column.notNull().references('registries.id').onDelete('cascade'))
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('metadata', 'text', (column) => column.notNull().defaultTo('{}'))
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('projects_one_per_name', ['registry_id', 'name_key'])
    .execute();
  await sql`
    insert into projects (id, registry_id, name_key, name, revision)
    select grouped.oldest, grouped.registry_id, grouped.name_key, packages.name, registries.revision
    from (
      select min(id) as oldest, max(id) as newest, registry_id, name_key from packages group by registry_id, name_key
    ) as grouped
    join packages on packages.id = grouped.newest
    join registries on registries.id = grouped.registry_id`.execute(db);

  // SQLite can add a column with a reference only if it may be null. The queries always set it.
  await db.schema
    .alterTable('packages')
    .addColumn('project_id', 'text', (column) => column.references('projects.id'))
    .execute();
  await sql`
    update packages set project_id = projects.id from projects
    where projects.registry_id = packages.registry_id and projects.name_key = packages.name_key`.execute(db);
  await db.schema.createIndex('packages_by_project').on('packages').columns(['project_id', 'id']).execute();
  await db.schema
    .alterTable('packages')
    .addColumn('standing', 'text', (column) => column.notNull().defaultTo('offered'))
    .execute();
  await db.schema.alterTable('packages').addColumn('notice', 'text').execute();
}

async function createTagsAndNeeds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tags')
    .addColumn('project_id', 'text', (column) => column.notNull().references('projects.id').onDelete('cascade'))
    .addColumn('tag', 'text', (column) => column.notNull())
    .addColumn('package_id', 'text', (column) => column.notNull().references('packages.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('tags_key', ['project_id', 'tag'])
    .execute();
  await db.schema.createIndex('tags_by_package').on('tags').columns(['package_id', 'tag']).execute();

  await db.schema
    .createTable('needs')
    .addColumn('project_id', 'text', (column) => column.notNull().references('projects.id').onDelete('cascade'))
    .addColumn('package_id', 'text', (column) => column.notNull().references('packages.id').onDelete('cascade'))
    .addColumn('version_key', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('needs_key', ['package_id', 'version_key'])
    .execute();
  await db.schema.createIndex('needs_by_version').on('needs').columns(['project_id', 'version_key']).execute();
}

async function giveFilesRoles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('files')
    .addColumn('role', 'text', (column) => column.notNull().defaultTo('main'))
    .execute();
  await db.schema.alterTable('files').addColumn('media_type', 'text').execute();
  await sql`
    update files set role = case derived when 1 then 'derived' else 'attached' end where position > 0`.execute(db);
  await db.schema.alterTable('files').dropColumn('derived').execute();
}

/** The primary key gets another column, which SQLite cannot alter. No table refers to this one. */
async function rebuildEntries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('new_entries')
    .addColumn('package_id', 'text', (column) => column.notNull().references('packages.id').onDelete('cascade'))
    .addColumn('registry_id', 'text', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('refusal', 'text')
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('entries_key', ['package_id', 'part'])
    .execute();
  // An entry was last changed by the revision that last changed its part, or by an earlier one.
  await sql`
    insert into new_entries (package_id, registry_id, part, name_key, text, refusal, revision)
    select entries.package_id, entries.registry_id, entries.part, entries.name_key, entries.text, entries.refusal,
      coalesce(index_parts.revision, 0)
    from entries
    left join index_parts on index_parts.registry_id = entries.registry_id and index_parts.part = entries.part`.execute(
    db,
  );
  await db.schema.dropTable('entries').execute();
  await db.schema.alterTable('new_entries').renameTo('entries').execute();
  const inIndexOrder = ['registry_id', 'part', 'name_key', 'package_id'];
  await db.schema.createIndex('entries_in_index_order').on('entries').columns(inIndexOrder).execute();
  await db.schema
    .createIndex('entries_by_revision')
    .on('entries')
    .columns(['registry_id', 'part', 'revision'])
    .execute();
  await db.schema
    .createIndex('entries_left_out')
    .on('entries')
    .columns(['registry_id', 'package_id'])
    .where(sql<boolean>`refusal is not null`)
    .execute();

  await db.schema
    .createTable('removed_entries')
    .addColumn('registry_id', 'text', (column) => column.notNull().references('registries.id').onDelete('cascade'))
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('removed_entries_key', ['registry_id', 'part', 'name_key'])
    .execute();
}

/** The grace period of the existing rows begins now, because the time since which they are unreferenced is unknown. */
async function dateUnreferencedBlobs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('unreferenced_blobs')
    .addColumn('location', 'text', (column) => column.notNull().primaryKey())
    .addColumn('since', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('unreferenced_blobs_by_age')
    .on('unreferenced_blobs')
    .columns(['since', 'location'])
    .execute();
  const now = new Date().toISOString();
  await sql`insert into unreferenced_blobs (location, since) select location, ${now} from released`.execute(db);
  await db.schema.dropTable('released').execute();
}
