import { openPostgresCatalog } from '../../src/storage/catalog/open-postgres.ts';
import { catalogSuite } from './catalog.suite.ts';
import { usePostgres } from './use-postgres.ts';

const createDatabase = usePostgres();

catalogSuite('PostgreSQL', async () => {
  const { url, remove } = await createDatabase();
  return { open: () => openPostgresCatalog({ url }), remove };
});
