import { join } from 'node:path';
import { openSqliteCatalog } from '../../src/storage/catalog/open-sqlite.ts';
import { catalogSuite } from './catalog.suite.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

catalogSuite('SQLite', async () => {
  const folder = await makeTemporaryFolder();
  const file = join(folder.path, 'catalog.db');
  return { open: () => openSqliteCatalog({ file }), remove: folder.remove };
});
