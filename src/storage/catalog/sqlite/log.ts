/**
 * The write-ahead log of a database. SQLite would sync it with each commit, and copy it to the database from time to
 * time, on the thread that commits. All requests would wait for the disk meanwhile: 70 to 120 ms on a busy one.
 */
import { open, type FileHandle } from 'node:fs/promises';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { CatalogUnavailable } from '../../catalog.ts';
import { createLogCopies } from './log-copies.ts';

export interface WriteAheadLog {
  /** Resolves when a transaction may begin: not while the log is copied, so that it does not grow meanwhile. */
  ready(): Promise<void>;
  /**
   * Resolves when all commits are durable. Reads see a commit before that, its author's response is sent after it.
   * Throws `CatalogUnavailable` if they may not be durable.
   */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** In pages of 4 KiB, like SQLite's own limit. */
const mostPages = 1000;

/** Opens the log of a database file, and configures the connection that writes to it. */
export function openLog(database: DatabaseSync, file: string): WriteAheadLog {
  // https://sqlite.org/pragma.html#pragma_synchronous: NORMAL syncs the log when it is copied or begins again.
  database.exec('pragma synchronous = normal; pragma wal_autocheckpoint = 0');
  // https://sqlite.org/pragma.html#pragma_wal_checkpoint: NOOP returns the pages in the log, and copies nothing.
  const pages = database.prepare('pragma wal_checkpoint(noop)');
  let handle: FileHandle | undefined;
  const copies = createLogCopies(file);
  let copying: Promise<void> | undefined;
  return {
    async ready() {
      await copying;
    },

    async sync() {
      try {
        // The file exists from the first commit until the last connection is closed.
        handle ??= await open(`${file}-wal`, 'r+');
        await handle.datasync();
      } catch (error) {
        // Not as the cause: a full disk would mean that nothing was changed.
        throw new CatalogUnavailable(`The log of the database cannot be synced: ${String(error)}`);
      }
      if (isLong(pages)) copying ??= copies.copy().finally(() => (copying = undefined));
    },

    async close() {
      await copying;
      await copies.end();
      await handle?.close();
    },
  };
}

function isLong(pages: StatementSync): boolean {
  try {
    const { log, checkpointed } = pages.get() ?? {};
    return Number(log) - Number(checkpointed) >= mostPages;
  } catch {
    // The transaction is durable, and the next one tries it again.
    return false;
  }
}
