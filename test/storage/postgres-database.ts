/** Databases of their own for tests, on a PostgreSQL server that runs already. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openPostgresCatalog } from '../../src/storage/catalog/open-postgres.ts';

export interface PostgresDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** Creates a database of its own on a server, empty or as the one at `template` is. */
export async function createDatabase(serverUrl: string, template?: string): Promise<PostgresDatabase> {
  const name = `larder_test_${randomBytes(8).toString('hex')}`;
  const from = template === undefined ? 'template0' : new URL(template).pathname.slice(1);
  await runOn(serverUrl, `create database ${name} template ${from} strategy file_copy`);
  return {
    url: urlOf(serverUrl, name),
    remove: () => runOn(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

/** A database with tables and nothing in them: copying it is faster than making the tables anew. */
export async function createTemplate(serverUrl: string): Promise<PostgresDatabase> {
  const database = await createDatabase(serverUrl);
  await (await openPostgresCatalog(database)).close();
  return database;
}

/** Removes all records and leaves the tables: much faster than making another database, or than `truncate`. */
export async function emptyDatabase(connection: Client): Promise<void> {
  await connection.query(
    `do $$ declare name text; begin
      -- In any order, whatever refers to what.
      set local session_replication_role = replica;
      for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
        execute 'delete from ' || quote_ident(name);
      end loop;
    end $$`,
  );
}

/** Runs a statement in a database. */
export async function runOn(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
