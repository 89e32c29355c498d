import { afterAll, beforeAll } from 'vitest';
import { createDatabase, createTemplate } from './postgres-database.ts';
import type { PostgresDatabase } from './postgres-database.ts';
import { startPostgres } from './postgres.ts';
import type { PostgresServer } from './postgres.ts';

/** Starts a server for the tests of a file; returns a function that creates a database with all tables. */
export function usePostgres(): () => Promise<PostgresDatabase> {
  let server: PostgresServer | undefined;
  let template: PostgresDatabase | undefined;
  const databases: PostgresDatabase[] = [];
  beforeAll(async () => {
    server = await startPostgres();
    template = await createTemplate(server.url);
  });
  afterAll(async () => {
    // Some tests have removed theirs already.
    for (const database of databases) await database.remove();
    await template?.remove();
    await server?.stop();
  });
  return async () => {
    if (server === undefined || template === undefined) throw new Error('PostgreSQL is not running.');
    const database = await createDatabase(server.url, template.url);
    databases.push(database);
    return database;
  };
}
