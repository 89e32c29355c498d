/** Databases of their own for tests, on a PostgreSQL server that runs already. */
import { randomBytes } from 'node:crypto';
import { Client, type QueryResult } from 'pg';
import { openPostgresCatalog } from '../../src/storage/catalog/open-postgres.ts';

export interface PostgresDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** Creates a database of its own on a server, empty or as the one at `template` is. */
export async function createDatabase(serverUrl: string, template?: string): Promise<PostgresDatabase> {
  const name = `${template === undefined ? 'larder_test' : nameIn(template)}_${randomBytes(8).toString('hex')}`;
  const from = template === undefined ? 'template0' : nameIn(template);
  await runOn(serverUrl, `create database ${name} template ${from} strategy file_copy`);
  return {
    url: urlOf(serverUrl, name),
    remove: async () => void (await runOn(serverUrl, `drop database if exists ${name} with (force)`)),
  };
}

/**
 * An empty database with tables: copying it is faster than creating the tables again. It is removed with its copies.
 */
export async function createTemplate(serverUrl: string): Promise<PostgresDatabase> {
  const database = await createDatabase(serverUrl);
  await (await openPostgresCatalog(database)).close();
  return {
    url: database.url,
    remove: async () => {
      const copies = `select datname from pg_database where starts_with(datname, '${nameIn(database.url)}_')`;
      const { rows } = await runOn(serverUrl, copies);
      for (const { datname } of rows) await runOn(serverUrl, `drop database if exists ${datname} with (force)`);
      await database.remove();
    },
  };
}

/** The unused, empty copies of each template. */
const idle = new Map<string, string[]>();

/**
 * Returns a copy of the template for one user. Returned copies are emptied and used again, because creating one takes
 * longer.
 */
export async function lendDatabase(serverUrl: string, template: string): Promise<PostgresDatabase> {
  const copies = idle.get(template) ?? [];
  idle.set(template, copies);
  const url = copies.pop() ?? (await createDatabase(serverUrl, template)).url;
  return {
    url,
    remove: async () => {
      await runOn(url, emptying);
      copies.push(url);
    },
  };
}

/** Removes all records and leaves the tables: much faster than making another database, or than `truncate`. */
export const emptying = `do $$ declare name text; begin
  -- In any order, whatever refers to what.
  set local session_replication_role = replica;
  for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
    execute 'delete from ' || quote_ident(name);
  end loop;
end $$`;

/** Runs a statement in a database. */
export async function runOn(url: string, statement: string): Promise<QueryResult<Record<string, string>>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1);
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
