import { stat, writeFile } from 'node:fs/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { NoStorage } from '../../blob-store.ts';

/** Opens an existing database for reading. Throws `NoStorage` if it does not exist. */
export async function openReadOnly(file: string): Promise<DatabaseSync> {
  await stat(file).catch((cause: unknown) => {
    throw new NoStorage(`The database ${file} does not exist.`, { cause });
  });
  return new DatabaseSync(file, { timeout: 0, readOnly: true });
}

/** Pages per step: 4 MiB, so that progress is reported and a stop does not wait long. */
const PAGES = 1024;

/**
 * Copies a database with SQLite's backup API. The connection is in a read transaction, so the copy is of its snapshot
 * and does not restart after a write (sqlite.org/backup.html).
 */
export async function copySqlite(
  database: DatabaseSync,
  target: string,
  progress: (share: number) => void,
): Promise<{ readonly kind: 'sqlite' }> {
  // Created with mode 0600; SQLite would apply the umask.
  await writeFile(target, '', { flag: 'wx', mode: 0o600 });
  await backup(database, target, {
    rate: PAGES,
    progress: ({ totalPages, remainingPages }) => progress(1 - remainingPages / totalPages),
  });
  return { kind: 'sqlite' };
}

/** Returns the damage of a copy, as sentences; an empty list if it is intact. Leaves no additional files. */
export function findSqliteDamage(file: string): readonly string[] {
  const url = pathToFileURL(file);
  // A copy has the WAL mode of its source, for which a reader would create two files.
  url.search = 'immutable=1';
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(url, { readOnly: true });
    const problems = database
      .prepare('pragma integrity_check(10)')
      .all()
      .map((row) => String(row['integrity_check']));
    const orphans = database.prepare('pragma foreign_key_check').all().length;
    return [
      ...problems.filter((problem) => problem !== 'ok'),
      ...(orphans === 0 ? [] : [`${orphans} rows refer to rows that do not exist`]),
    ];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    database?.close();
  }
}
