/**
 * Run in a process of its own: publishes packages to a SQLite catalog until it is killed. Arguments: the database file.
 * Writes the id of each package to standard output after it is stored.
 */
import { writeSync } from 'node:fs';
import { openSqliteCatalog } from '../../src/storage/catalog/open-sqlite.ts';
import { storePackage, storeRegistry } from './catalog/samples.ts';

const [file = ''] = process.argv.slice(2);
const catalog = await openSqliteCatalog({ file });
const registry = await storeRegistry(catalog);
for (let n = 0; ; n++) {
  const { id } = await storePackage(catalog, registry, { version: `${n}` });
  writeSync(1, `${id}\n`);
}
