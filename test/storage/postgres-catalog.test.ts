import { openPostgresCatalog } from '../../src/storage/catalog/open-postgres.ts';
import { catalogSuite } from './catalog.suite.ts';
import { emptyDatabase, type PostgresDatabase } from './postgres-database.ts';
import { usePostgres } from './use-postgres.ts';

const createDatabase = usePostgres();
const empty: PostgresDatabase[] = [];

catalogSuite('PostgreSQL', async () => {
  const database = empty.pop() ?? (await createDatabase());
  return {
    open: () => openPostgresCatalog(database),
    remove: async () => {
      await emptyDatabase(database);
      empty.push(database);
    },
  };
});
