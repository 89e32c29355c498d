import { sql, SqliteAdapter, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { searchKey } from '../../../model/search-key.ts';

/**
 * The names that searches find: those of projects with offered packages, with the parts of each name in an index of its
 * own. The columns of the registry are copied, so that one index has the order of each kind of search.
 */
export const names: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
    await createNames(db, isSqlite);
    // An earlier migration may just have written the rows: without statistics, PostgreSQL reads all of them for each few.
    if (!isSqlite) await sql`analyze projects, registries, packages, files`.execute(db);
    await addNames(db);
    // Afterwards, because building an index of existing rows takes PostgreSQL less time.
    await (isSqlite ? indexPartsOnSqlite : indexPartsOnPostgres)(db);
  },
};

async function createNames(db: Kysely<unknown>, isSqlite: boolean): Promise<void> {
  await db.schema
    .createTable('names')
    // SQLite's index of parts needs a number. Its type makes it the key of the rows (sqlite.org/lang_createtable.html#rowid).
    .addColumn('number', isSqlite ? 'integer' : 'bigint', (column) =>
      isSqlite ? column.primaryKey() : column.generatedAlwaysAsIdentity().primaryKey(),
    )
    .addColumn('project_id', 'text', (column) =>
      column.notNull().unique().references('projects.id').onDelete('cascade'),
    )
    .addColumn('registry_id', 'text', (column) => column.notNull())
    .addColumn('organization_id', 'text', (column) => column.notNull())
    .addColumn('ecosystem', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('versions', 'bigint', (column) => column.notNull())
    .addColumn('latest_id', 'text', (column) => column.notNull())
    .addColumn('published_at', 'text', (column) => column.notNull())
    .addColumn('is_ordered', 'integer', (column) => column.notNull())
    .execute();
  for (const [name, columns] of Object.entries({
    // Without statistics, SQLite takes the first one that fits.
    names_of_ecosystem: ['organization_id', 'ecosystem'],
    names_of_organization: ['organization_id'],
    names_of_registry: ['registry_id'],
  }))
    await db.schema
      .createIndex(name)
      .on('names')
      .columns([...columns, 'key', 'number'])
      .execute();
  await db.schema
    .createIndex('names_to_order')
    .on('names')
    .columns(['ecosystem', 'number'])
    .where(sql<boolean>`is_ordered = 0`)
    .execute();
}

const PROJECTS_AT_A_TIME = 500;

interface Added {
  readonly id: string;
  readonly name_key: string;
}

/**
 * Adds the names of existing projects, the oldest first. The latest version of a project with several ones is that of
 * its last package, until its ecosystem has ordered them, at the start of a server.
 */
async function addNames(db: Kysely<unknown>): Promise<void> {
  for (let after = ''; ;) {
    const { rows } = await sql<Added>`
      select id, name_key from projects where id > ${after} order by id limit ${PROJECTS_AT_A_TIME}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    const keys = sql.join(rows.map(({ id, name_key: key }) => sql`(${id}, ${searchKey(key)})`));
    await sql`
      with keys (id, key) as (values ${keys})
      insert into names
        (project_id, registry_id, organization_id, ecosystem, key, versions, latest_id, published_at, is_ordered)
      select projects.id, registries.id, registries.organization_id, registries.ecosystem, keys.key,
        count(distinct packages.version_key), max(packages.id), max(packages.created_at),
        case when count(distinct packages.version_key) = 1 then 1 else 0 end
      from keys
      join projects on projects.id = keys.id and projects.status <> 'quarantined'
      join registries on registries.id = projects.registry_id
      join packages on packages.project_id = projects.id and packages.standing = 'offered' and packages.is_part = 0
      join files on files.package_id = packages.id and files.position = 0
      group by projects.id, registries.id, keys.key
      order by projects.id`.execute(db);
    after = last.id;
  }
}

/**
 * Has the parts of a name behind its first character, because names that begin with a text are found by their order. The
 * other columns have one part each: those of several organizations, ecosystems or registries may be equal.
 */
async function indexPartsOnSqlite(db: Kysely<unknown>): Promise<void> {
  const parts = (row: 'new' | 'names') => sql`
    substr(${sql.ref(`${row}.key`)}, 2), substr(${sql.ref(`${row}.organization_id`)}, -3),
    substr(${sql.ref(`${row}.ecosystem`)}, 1, 3), substr(${sql.ref(`${row}.registry_id`)}, -3)`;
  await sql`
    create virtual table names_index using fts5(
      part, organization, ecosystem, registry,
      tokenize = 'trigram case_sensitive 1', content = '', contentless_delete = 1
    )`.execute(db);
  await sql`insert into names_index (rowid, part, organization, ecosystem, registry)
    select number, ${parts('names')} from names`.execute(db);
  await sql`
    create trigger names_inserted after insert on names begin
      insert into names_index (rowid, part, organization, ecosystem, registry) values (new.number, ${parts('new')});
    end`.execute(db);
  // The other columns of the index never change.
  await sql`
    create trigger names_deleted after delete on names begin
      delete from names_index where rowid = old.number;
    end`.execute(db);
}

/** With built-in types only, so that it works for every role, on every server: `pg_trgm` is an extension. */
async function indexPartsOnPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function larder_name_parts(key text, organization_id text, ecosystem text, registry_id text) returns text[]
      language sql immutable strict parallel safe as $$
        select array(select distinct substr(key, start, 3) from generate_series(2, length(key) - 2) start)
          || array['organization ' || organization_id, 'ecosystem ' || ecosystem, 'registry ' || registry_id]
      $$`.execute(db);
  // Without a list of pending entries, which every search would read.
  await sql`
    create index names_index on names using gin (
      (larder_name_parts(key, organization_id, ecosystem, registry_id))
    ) with (fastupdate = off)`.execute(db);
}
