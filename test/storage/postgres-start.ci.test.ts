import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { CatalogUnavailable } from '../../src/storage/catalog.ts';
import { CatalogTooNew } from '../../src/storage/catalog/migrate.ts';
import { openPostgresCatalog } from '../../src/storage/catalog/open-postgres.ts';
import { storeOrganization } from './catalog/samples.ts';
import { createDatabase, runOn } from './postgres-database.ts';
import type { PostgresDatabase } from './postgres-database.ts';
import { startPostgres } from './postgres.ts';
import type { PostgresServer } from './postgres.ts';

let server: PostgresServer;
let database: PostgresDatabase;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  database = await createDatabase(server.url);
});
afterEach(() => database.remove());

async function rowsOf(query: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

it('an empty database can be opened by several servers concurrently', async () => {
  const catalogs = await Promise.all(Array.from({ length: 4 }, () => openPostgresCatalog(database)));
  const replies = await Promise.all(catalogs.map((catalog) => storeOrganization(catalog)));
  await Promise.all(catalogs.map((catalog) => catalog.close()));
  expect(new Set(replies.map(({ organization }) => organization.id)).size).toBe(1);
});

it('all text is ordered by its bytes', async () => {
  await (await openPostgresCatalog(database)).close();
  const others = await rowsOf(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and table_name not like 'kysely%' and data_type = 'text' and collation_name is distinct from 'C'`,
  );
  expect(others).toEqual([]);
});

it('a database that a newer version has changed is rejected', async () => {
  await (await openPostgresCatalog(database)).close();
  await runOn(database.url, `insert into kysely_migration values ('9999-from-the-future', '2999-01-01T00:00:00.000Z')`);
  await expect(openPostgresCatalog(database)).rejects.toThrow(CatalogTooNew);
});

it('a database with another encoding is rejected', async () => {
  const name = `larder_test_latin1_${process.pid}`;
  await runOn(
    server.url,
    `create database ${name} encoding 'LATIN1' locale_provider libc locale 'C' template template0`,
  );
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  try {
    await expect(openPostgresCatalog({ url: url.href })).rejects.toThrow('LATIN1; it must be UTF8');
  } finally {
    await runOn(server.url, `drop database ${name}`);
  }
});

it.each([
  ['no such database', (url: URL) => (url.pathname = '/larder_test_nowhere')],
  ['a wrong password', (url: URL) => (url.password = 'wrong')],
  ['a port where nothing listens', (url: URL) => (url.port = '1')],
])('a database that cannot be opened is reported as unavailable: %s', async (_, change) => {
  const url = new URL(server.url);
  change(url);
  await expect(openPostgresCatalog({ url: url.href })).rejects.toThrow(CatalogUnavailable);
});
