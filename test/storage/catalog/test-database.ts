/** Catalogs to test: on PostgreSQL in the vitest project of that name, on SQLite elsewhere. */
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, inject, type ProvidedContext } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import { openPostgresCatalog } from '../../../src/storage/catalog/open-postgres.ts';
import { openSqliteCatalog } from '../../../src/storage/catalog/open-sqlite.ts';
import { writeMigratedFile } from '../migrated-file.ts';
import { emptying, lendDatabase, type PostgresDatabase } from '../postgres-database.ts';
import { useTemporaryFolder } from '../temporary-folder.ts';

/** Opens the database of a test, which can be opened more than once, as by several servers. */
type Open = () => Promise<Catalog>;

/** Gives each test of a file an empty database, and closes what it has opened. */
export function useDatabase(): { readonly open: Open } {
  const postgres = inject('postgres');
  const open = postgres === undefined ? useSqliteFile() : useLentPostgres(postgres);
  const opened: Catalog[] = [];
  // Before the hooks of the functions above: vitest calls the hooks after a test in reverse order.
  afterEach(async () => void (await Promise.all(opened.splice(0).map((catalog) => catalog.close()))));
  return {
    open: async () => {
      const catalog = await open();
      opened.push(catalog);
      return catalog;
    },
  };
}

function useSqliteFile(): Open {
  const folder = useTemporaryFolder();
  const file = (): string => join(folder(), 'catalog.db');
  beforeEach(() => writeMigratedFile(file()));
  return () => openSqliteCatalog({ file: file() });
}

/** One for all tests of the file, which run one after the other. */
function useLentPostgres({ serverUrl, templateUrl }: NonNullable<ProvidedContext['postgres']>): Open {
  let database: PostgresDatabase;
  let connection: Client;
  beforeAll(async () => {
    database = await lendDatabase(serverUrl, templateUrl);
    connection = new Client(database.url);
    await connection.connect();
  });
  afterEach(async () => void (await connection.query(emptying)));
  afterAll(async () => {
    await connection.end();
    await database.remove();
  });
  return () => openPostgresCatalog(database);
}
