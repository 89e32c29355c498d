import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The documents that native clients fetch. The indexes that are stored become documents, so that a client that has
 * fetched a part of one can fetch the rest. Each step reads every row at most once.
 */
export const documents: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await extendParts(db);
    await createDocuments(db);
    await createPieces(db);
    await convertIndexes(db);
    await db.schema.dropTable('index_files').execute();
    await db.schema.dropTable('indexes').execute();
  },
};

async function extendParts(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('index_parts').renameTo('parts').execute();
  await db.schema.alterTable('parts').addColumn('rendered', 'bigint').execute();
  await db.schema.alterTable('parts').addColumn('basis', 'text').execute();
  await db.schema.alterTable('parts').addColumn('rendered_at', 'text').execute();
  await db.schema.alterTable('parts').addColumn('expires_at', 'text').execute();
  await db.schema
    .alterTable('parts')
    .addColumn('line', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
}

async function createDocuments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('documents')
    .addColumn('registry_id', 'text', (column) => column.notNull().references('registries.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('from_revision', 'bigint', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('set_name', 'text')
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('md5', 'text')
    .addColumn('sha1', 'text')
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('last_modified', 'text', (column) => column.notNull())
    // The last columns, because SQLite reads all bytes before a column. The type is that of PostgreSQL; SQLite accepts
    // any name, and stores bytes as bytes.
    .addColumn('pieces', 'text')
    .addColumn('content', 'bytea')
    .addPrimaryKeyConstraint('documents_key', ['registry_id', 'name', 'from_revision'])
    .execute();
  const byPart = ['registry_id', 'part', 'name', 'from_revision'];
  await db.schema.createIndex('documents_by_part').on('documents').columns(byPart).execute();
  const byDigest = ['sha256', 'registry_id', 'from_revision'];
  await db.schema.createIndex('documents_by_digest').on('documents').columns(byDigest).execute();
  // With all columns that the search for replaced documents reads.
  const ages = ['registry_id', 'name', 'from_revision', 'last_modified', 'form'];
  await db.schema.createIndex('documents_by_age').on('documents').columns(ages).execute();
}

async function createPieces(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('document_pieces')
    .addColumn('registry_id', 'text', (column) => column.notNull().references('registries.id').onDelete('cascade'))
    .addColumn('set_name', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull().references('blobs.sha256').onDelete('restrict'))
    .addColumn('deflated_sha256', 'text', (column) => column.references('blobs.sha256').onDelete('restrict'))
    .addColumn('last_revision', 'bigint')
    .addPrimaryKeyConstraint('document_pieces_key', ['registry_id', 'set_name', 'sha256'])
    .execute();
  await db.schema.createIndex('document_pieces_by_digest').on('document_pieces').columns(['sha256']).execute();
  await db.schema.createIndex('document_pieces_deflated').on('document_pieces').columns(['deflated_sha256']).execute();
}

/** A file of several consecutive indexes becomes one document. Each has one piece, in a set of its own name. */
async function convertIndexes(db: Kysely<unknown>): Promise<void> {
  const files = sql`
    select f.registry_id, substr(f.path, length('dists/any/') + 1) as name, f.revision, coalesce(f.part, '') as part,
      f.sha256, i.last_modified,
      lag(f.sha256) over (partition by f.registry_id, f.path order by f.revision) as before,
      first_value(f.sha256) over (partition by f.registry_id, f.path order by f.revision desc) as latest
    from index_files f
    join indexes i on i.registry_id = f.registry_id and i.revision = f.revision`;
  await sql`
    insert into documents (registry_id, name, from_revision, part, set_name, form, pieces, sha256, size, last_modified)
    select f.registry_id, f.name, f.revision, f.part, f.name, 'plain',
      '[{"sha256":"' || f.sha256 || '","size":' || blobs.size || '}]', f.sha256, blobs.size, f.last_modified
    from (${files}) as f
    join blobs on blobs.sha256 = f.sha256
    where f.before is null or f.before <> f.sha256`.execute(db);
  await sql`
    insert into document_pieces (registry_id, set_name, sha256, last_revision)
    select f.registry_id, f.name, f.sha256, case when f.sha256 = max(f.latest) then null else max(f.revision) end
    from (${files}) as f
    group by f.registry_id, f.name, f.sha256`.execute(db);
}
