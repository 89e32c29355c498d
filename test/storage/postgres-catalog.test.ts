import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { openPostgresCatalog } from '../../src/storage/catalog/open-postgres.ts';
import { catalogSuite } from './catalog.suite.ts';
import { emptying } from './postgres-database.ts';
import { usePostgres } from './use-postgres.ts';

const createDatabase = usePostgres();
let url: string;
let connection: Client;

// One for all tests, which run one after the other.
beforeAll(async () => {
  ({ url } = await createDatabase());
  connection = new Client(url);
  await connection.connect();
});
afterAll(() => connection.end());

catalogSuite('PostgreSQL', () =>
  Promise.resolve({
    open: () => openPostgresCatalog({ url }),
    remove: async () => void (await connection.query(emptying)),
  }),
);
