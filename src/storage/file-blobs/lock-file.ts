import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** A lock on a file. The kernel releases it when the process ends, however it ends. */
export interface FileLock {
  /** May be called again. */
  release(): void;
}

/** Makes an empty file to lock. Throws if it exists. */
export async function createLockFile(path: string): Promise<void> {
  await (await open(path, 'wx', 0o600)).close();
}

/**
 * Locks a file, or returns undefined: if another connection holds the lock, in this process too, and if the file is
 * missing or cannot be locked. It must never be opened by other means: a process loses its locks on a file as soon as it
 * closes any descriptor of that file (POSIX, `fcntl`).
 *
 * Node has no locks of its own. SQLite's are such locks, hold in every PID namespace and, on NFSv4, on every host, and
 * SQLite keeps connections of one process apart (sqlite.org/lockingv3.html). Nothing is ever written to the file.
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

/** The locks that this process holds: a connection that nothing refers to would be closed. */
const held = new Set<DatabaseSync>();

function lockOf(database: DatabaseSync): FileLock {
  held.add(database);
  return {
    release: () => {
      if (held.delete(database)) database.close();
    },
  };
}
