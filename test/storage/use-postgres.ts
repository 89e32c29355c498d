import { afterAll, beforeAll } from 'vitest';
import { createDatabase, createTemplate } from './postgres-database.ts';
import type { PostgresDatabase } from './postgres-database.ts';
import { startPostgres } from './postgres.ts';
import type { PostgresServer } from './postgres.ts';

/** Gives the tests of a file a server; answers a function that creates a database there, whose tables are made. */
export function usePostgres(): () => Promise<PostgresDatabase> {
  let server: PostgresServer | undefined;
  let template: PostgresDatabase | undefined;
  beforeAll(async () => {
    server = await startPostgres();
    template = await createTemplate(server.url);
  });
  afterAll(async () => {
    await template?.remove();
    await server?.stop();
  });
  return async () => {
    if (server === undefined || template === undefined) throw new Error('PostgreSQL is not running.');
    return await createDatabase(server.url, template.url);
  };
}
