import { chmod, mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Catalog } from '../catalog.ts';
import { syncFolder } from '../sync-folder.ts';
import { createCatalog } from './create-catalog.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import type { Connections } from './transaction.ts';
import { openLog } from './sqlite/log.ts';
import { createPrepare } from './sqlite/prepare.ts';
import { createSqliteDialect } from './sqlite/sqlite-dialect.ts';
import { retryWhileLocked } from './sqlite/retry-while-locked.ts';
import { alwaysOurs } from './sqlite/turns.ts';

export interface SqliteCatalogOptions {
  /** The database file. It and its folder are created if missing. */
  readonly file: string;
}

/** Opens the catalog in an SQLite file. */
export async function openSqliteCatalog(options: SqliteCatalogOptions): Promise<Catalog> {
  const { close, migrated, ...connections } = await openSqliteConnections(options);
  return createCatalog(connections, close, migrated);
}

/** The connections to one file. */
interface SqliteConnections extends Connections {
  /** The names of the migrations that were just run. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens and migrates the database: one connection for transactions, one for reads, which do not wait for transactions,
 * and one for prepared queries, which do not wait for reads of several steps.
 */
export async function openSqliteConnections({ file }: SqliteCatalogOptions): Promise<SqliteConnections> {
  const path = resolve(file);
  await prepareFile(path);
  const write = new Kysely<Schema>({
    dialect: createSqliteDialect(
      () => openWriter(path),
      (database) => openLog(database, path),
    ),
  });
  const read = new Kysely<Schema>({ dialect: createSqliteDialect(() => openReader(path)) });
  try {
    const migrated = await migrate(write);
    await syncFolder(dirname(path));
    // Opens it now instead of with the first read, so that errors are reported at start.
    await read.connection().execute(async () => {});
    const hot = await openReader(path);
    const close = async (): Promise<void> => {
      if (hot.isOpen) hot.close();
      await closeAll(read, write);
    };
    return { read, write, prepare: createPrepare(hot), beginTurn: alwaysOurs, migrated, close };
  } catch (error) {
    await closeAll(read, write);
    throw error;
  }
}

/** Closes the writer last, so that it checkpoints the log and leaves a single file. */
async function closeAll(read: Kysely<Schema>, write: Kysely<Schema>): Promise<void> {
  await read.destroy();
  await write.destroy();
}

/** SQLite gives its log files the mode of the database file. */
async function prepareFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(path, 'a', 0o600);
  await handle.close();
  await chmod(path, 0o600);
}

async function openWriter(path: string): Promise<DatabaseSync> {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    // If two servers start on a new file concurrently, both switch it to WAL, and one of them has to wait.
    await retryWhileLocked(() => database.exec('pragma journal_mode = wal'));
    await retryWhileLocked(() => database.exec('pragma foreign_keys = on'));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

async function openReader(path: string): Promise<DatabaseSync> {
  return new DatabaseSync(path, { timeout: 0, readOnly: true });
}
