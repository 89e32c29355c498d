import { sql, SqliteAdapter, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Projects are found by the beginning of their name, also of the name behind a scope: `demo` of `@acme/demo`. */
export const projectSearch: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
    const slash = isSqlite ? sql`instr(name_key, '/')` : sql`strpos(name_key, '/')`;
    const behindScope = sql`(substr(name_key, ${slash} + 1))`;
    await db.schema
      .alterTable('projects')
      // SQLite cannot add a stored one to an existing table, and PostgreSQL has no others.
      .addColumn('short_key', 'text', (column) => {
        const generated = column.generatedAlwaysAs(behindScope);
        return isSqlite ? generated : generated.stored();
      })
      .execute();
    await db.schema
      .createIndex('projects_by_short_key')
      .on('projects')
      .columns(['registry_id', 'short_key', 'name_key'])
      .execute();
  },
};
