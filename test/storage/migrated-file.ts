/** SQLite files with all tables, copied like the template of PostgreSQL: migrations take most of the start of a server. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openSqliteCatalog } from '../../src/storage/catalog/open-sqlite.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** Writes an empty database. Fails if the file exists. */
export async function writeMigratedFile(file: string): Promise<void> {
  template ??= migrate();
  await writeFile(file, await template, { flag: 'wx', mode: 0o600 });
}

let template: Promise<Uint8Array> | undefined;

async function migrate(): Promise<Uint8Array> {
  const folder = await makeTemporaryFolder();
  try {
    const file = path.join(folder.path, 'template.db');
    await (await openSqliteCatalog({ file })).close();
    return await readFile(file);
  } finally {
    await folder.remove();
  }
}
