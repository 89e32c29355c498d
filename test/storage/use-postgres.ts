import { afterAll, beforeAll } from 'vitest';
import { createDatabase, createTemplate } from './postgres-database.ts';
import type { PostgresDatabase } from './postgres-database.ts';
import { startPostgres } from './postgres.ts';
import type { PostgresServer } from './postgres.ts';

/** Gives the tests of a file a server; answers a function that creates a database there, whose tables are made. */
export function usePostgres(): () => Promise<PostgresDatabase> {
  let server: PostgresServer | undefined;
  let template: PostgresDatabase | undefined;
  const databases: PostgresDatabase[] = [];
  beforeAll(async () => {
    server = await startPostgres();
    template = await createTemplate(server.url);
  });
  afterAll(async () => {
    // Some tests have removed theirs by now; removing is no error then.
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
