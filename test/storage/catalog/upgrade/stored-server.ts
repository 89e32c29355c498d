/** The data of a server of an earlier version, as `record.ts` has recorded it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inject, onTestFinished } from 'vitest';
import type { Catalog } from '../../../../src/storage/catalog.ts';
import { openPostgresCatalog } from '../../../../src/storage/catalog/open-postgres.ts';
import { openSqliteCatalog } from '../../../../src/storage/catalog/open-sqlite.ts';
import { createDatabase, runOn } from '../../postgres-database.ts';
import { token } from './fill.ts';

export interface StoredServer {
  /** The settings of a server that continues with the data. */
  readonly settings: Readonly<Record<string, string>>;
  /** The file of SQLite or the URL of PostgreSQL. */
  readonly place: string;
  /** Opens the catalog, which migrates it. */
  open(): Promise<Catalog>;
  /** Runs statements, or one query that begins with "select". Returns the rows of a query, with their values as text. */
  sql(text: string): Promise<readonly Readonly<Record<string, string>>[]>;
}

/** Writes what a version has stored to a folder, and to the database of the test's project. */
export async function loadStoredServer(version: string, dataDir: string): Promise<StoredServer> {
  const kind = inject('postgres') === undefined ? 'sqlite' : 'postgres';
  const stored = path.join(import.meta.dirname, version);
  const blobs = JSON.parse(await readFile(path.join(stored, `${kind}-blobs.json`), 'utf8')) as Record<string, string>;
  for (const [location, bytes] of Object.entries(blobs)) {
    const file = path.join(dataDir, 'blobs', location);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, Buffer.from(bytes, 'base64'));
  }
  const database = await emptyDatabase(dataDir);
  await database.sql(await readFile(path.join(stored, `${kind}.sql`), 'utf8'));
  const settings = { LARDER_DATA_DIR: dataDir, LARDER_ADMIN_TOKEN: token, ...database.settings };
  return { ...database, settings };
}

async function emptyDatabase(dataDir: string): Promise<StoredServer> {
  const postgres = inject('postgres');
  if (postgres === undefined) {
    const file = path.join(dataDir, 'larder.sqlite');
    return {
      settings: {},
      place: file,
      open: () => openSqliteCatalog({ file }),
      sql: (text) => runOnSqlite(file, text),
    };
  }
  const database = await createDatabase(postgres.serverUrl);
  onTestFinished(() => database.remove());
  return {
    settings: { LARDER_DATABASE_URL: database.url },
    place: database.url,
    open: () => openPostgresCatalog(database),
    sql: async (text) => (await runOn(database.url, text)).rows?.map(asTexts) ?? [],
  };
}

async function runOnSqlite(file: string, text: string): Promise<Record<string, string>[]> {
  using database = new DatabaseSync(file);
  if (/^select\s/i.test(text)) return database.prepare(text).all().map(asTexts);
  database.exec(text);
  return [];
}

function asTexts(row: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, String(value)]));
}
