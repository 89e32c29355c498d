import { stat, writeFile } from 'node:fs/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { NoStorage } from '../../blob-store.ts';

/** Opens a database that exists, to read it. Throws `NoStorage` if it does not. */
export async function openReadOnly(file: string): Promise<DatabaseSync> {
  await stat(file).catch((cause: unknown) => {
    throw new NoStorage(`There is no database ${file}.`, { cause });
  });
  return new DatabaseSync(file, { timeout: 0, readOnly: true });
}

/** Pages copied in one step: 4 MiB, so that progress is seen and a stop does not wait long. */
const PAGES = 1024;

/**
 * Copies a database with SQLite's backup interface. The connection is in a read transaction, so the copy is of that
 * moment and never starts again when somebody writes (sqlite.org/backup.html).
 */
export async function copySqlite(
  database: DatabaseSync,
  target: string,
  progress: (share: number) => void,
): Promise<{ readonly kind: 'sqlite' }> {
  // Its mode is the owner's alone; SQLite would leave that to the umask.
  await writeFile(target, '', { flag: 'wx', mode: 0o600 });
  await backup(database, target, {
    rate: PAGES,
    progress: ({ totalPages, remainingPages }) => progress(1 - remainingPages / totalPages),
  });
  return { kind: 'sqlite' };
}

/** Lists what is wrong with a copy, in words; nothing if it is intact. Leaves no other files beside it. */
export function findSqliteDamage(file: string): readonly string[] {
  const url = pathToFileURL(file);
  // A copy has the mode WAL of its source, for which a reader would create two files.
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
