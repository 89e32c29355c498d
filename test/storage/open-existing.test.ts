/** Looking at a catalog makes nothing and changes nothing. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { NoStorage } from '../../src/storage/blob-store.ts';
import { openExistingRecords } from '../../src/storage/catalog/open-existing.ts';
import { openSqliteCatalog } from '../../src/storage/catalog/open-sqlite.ts';
import { CatalogTooNew } from '../../src/storage/catalog/migrate.ts';
import { openExistingFileBlobs } from '../../src/storage/file-blob-store.ts';
import { storePackage, storeRegistry } from './catalog/samples.ts';
import { createDatabase, runOn } from './postgres-database.ts';
import { startPostgres } from './postgres.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();

describe('where there is no catalog', () => {
  it('no file is made', async () => {
    await expect(openExistingRecords({ file: join(folder(), 'no.db') })).rejects.toThrow(NoStorage);
    expect(await readdir(folder())).toEqual([]);
  });

  it('no table is made in an empty file', async () => {
    const file = join(folder(), 'empty.db');
    await writeFile(file, '');
    await expect(openExistingRecords({ file })).rejects.toThrow('There is no catalog in it.');
    expect(await readdir(folder())).toEqual(['empty.db']);
  });

  it('no table is made in an empty PostgreSQL database', async () => {
    const server = await startPostgres();
    const database = await createDatabase(server.url);
    onTestFinished(async () => {
      await database.remove();
      await server.stop();
    });
    await expect(openExistingRecords({ url: database.url })).rejects.toThrow('There is no catalog in it.');
    await runOn(database.url, 'create table kysely_migration (name text)');
  });

  it('no folder is made', async () => {
    await expect(openExistingFileBlobs({ folder: join(folder(), 'blobs') })).rejects.toThrow(NoStorage);
    expect(await readdir(folder())).toEqual([]);
  });
});

describe('a catalog of another version', () => {
  const changed = async (statement: string): Promise<string> => {
    const file = join(folder(), 'catalog.db');
    await (await openSqliteCatalog({ file })).close();
    const database = new DatabaseSync(file);
    database.exec(statement);
    database.close();
    return file;
  };

  it('is left as it is when it is older', async () => {
    const file = await changed("delete from kysely_migration where name = '0005-uploads'");
    await expect(openExistingRecords({ file })).rejects.toThrow('older version');
  });

  it('is left as it is when it is newer', async () => {
    const file = await changed("insert into kysely_migration values ('9999-future', '')");
    await expect(openExistingRecords({ file })).rejects.toThrow(CatalogTooNew);
  });
});

it('a catalog that a server is at work on is read as it is', async () => {
  const file = join(folder(), 'catalog.db');
  const catalog = await openSqliteCatalog({ file });
  const pkg = await storePackage(catalog, await storeRegistry(catalog));
  const { records, close } = await openExistingRecords({ file });
  const digests: string[] = [];
  for await (const blob of records.walk()) digests.push(blob.digests.sha256);
  await close();
  await catalog.close();
  expect(digests).toEqual([pkg.digests.sha256]);
});
