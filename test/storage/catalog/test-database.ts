/** Catalogs to test: on PostgreSQL in the vitest project of that name, on SQLite elsewhere. */
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, inject, type ProvidedContext } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import { openPostgresCatalog } from '../../../src/storage/catalog/open-postgres.ts';
import { openSqliteCatalog } from '../../../src/storage/catalog/open-sqlite.ts';
import { emptying, lendDatabase, type PostgresDatabase } from '../postgres-database.ts';
import { useTemporaryFolder } from '../temporary-folder.ts';

/** A database that can be opened more than once, as several servers do. */
interface TestDatabase {
  open(): Promise<Catalog>;
  /** Called after each test, when nobody has it open. */
  empty(): Promise<void>;
}

/** Gives each test of a file an empty database, and closes what it has opened. */
export function useDatabase(): Pick<TestDatabase, 'open'> {
  const postgres = inject('postgres');
  const database = postgres === undefined ? useSqlite() : usePostgres(postgres);
  let opened: Catalog[] = [];
  afterEach(async () => {
    await Promise.all(opened.map((catalog) => catalog.close()));
    opened = [];
    await database.empty();
  });
  return {
    open: async () => {
      const catalog = await database.open();
      opened.push(catalog);
      return catalog;
    },
  };
}

function useSqlite(): TestDatabase {
  const folder = useTemporaryFolder();
  return { open: () => openSqliteCatalog({ file: join(folder(), 'catalog.db') }), empty: () => Promise.resolve() };
}

/** One for all tests of the file, which run one after the other. */
function usePostgres({ serverUrl, templateUrl }: NonNullable<ProvidedContext['postgres']>): TestDatabase {
  let database: PostgresDatabase;
  let connection: Client;
  beforeAll(async () => {
    database = await lendDatabase(serverUrl, templateUrl);
    connection = new Client(database.url);
    await connection.connect();
  });
  afterAll(async () => {
    await connection.end();
    await database.remove();
  });
  return { open: () => openPostgresCatalog(database), empty: async () => void (await connection.query(emptying)) };
}
