import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** A lock on a file. The kernel releases it when the process ends for any reason. */
export interface FileLock {
  /** May be called again. */
  release(): void;
}

/** Creates an empty file to lock. Throws if it exists. */
export async function createLockFile(path: string): Promise<void> {
  await (await open(path, 'wx', 0o600)).close();
}

/**
 * Locks a file. Returns undefined if another connection has the lock, even in this process, and if the file is missing
 * or cannot be locked. The file must never be opened in another way: a process loses its locks on a file when it closes
 * any descriptor of that file (POSIX, `fcntl`).
 *
 * Node has no file locks. SQLite's locks work across PID namespaces and, on NFSv4, across hosts, and SQLite
 * distinguishes connections of one process (sqlite.org/lockingv3.html). Nothing is written to the file.
 */
export function lockFile(path: string): FileLock | undefined {
  const url = pathToFileURL(path);
  // Never creates the file.
  url.search = 'mode=rw';
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(url, { timeout: 0 });
    // Without a journal file beside it.
    database.exec('pragma journal_mode = memory; begin exclusive');
    return lockOf(database);
  } catch {
    database?.close();
    return undefined;
  }
}

/** The locks of this process, because a connection without references would be closed. */
const held = new Set<DatabaseSync>();

function lockOf(database: DatabaseSync): FileLock {
  held.add(database);
  return {
    release: () => {
      if (held.delete(database)) database.close();
    },
  };
}
