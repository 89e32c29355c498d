/**
 * Each open store has its own staging folder and locks a file in it while it is open. So detecting whether its process
 * has ended does not depend on process ids and host names, which containers and machines may share.
 */
import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../sync-folder.ts';
import { createLockFile, lockFile, type FileLock } from './lock-file.ts';
import { removeFile } from './remove-file.ts';

export interface Instance {
  /** The folder of staged files. */
  readonly folder: string;
  /** Creates another folder if this one is missing. Throws if the folder of all instances is missing, too. */
  renew(missing: string): Promise<void>;
  /** Removes the folder if it has no staged files; otherwise, the next sweep of any process removes both. */
  end(): Promise<void>;
}

export async function beginInstance(staging: string): Promise<Instance> {
  let own = await createFolder(staging);
  let renewal: Promise<void> | undefined;
  const renew = async (): Promise<void> => {
    const { lock } = own;
    own = await createFolder(staging);
    lock?.release();
  };
  return {
    get folder() {
      return own.folder;
    },
    renew: async (missing) => {
      // Concurrent callers that find it missing share one new folder.
      if (missing === own.folder) await (renewal ??= renew().finally(() => (renewal = undefined)));
    },
    end: async () => {
      // Unlock first, because Windows does not remove open files.
      own.lock?.release();
      await removeInstance(own.folder);
    },
  };
}

/**
 * Locks the folder of an instance that has ended. Returns undefined if it has not ended or if that is unknown: Larder
 * 0.1.0 had no locks.
 */
export function lockEnded(folder: string): FileLock | undefined {
  return lockFile(join(folder, lockName));
}

export function hasEnded(folder: string): boolean {
  const lock = lockEnded(folder);
  lock?.release();
  return lock !== undefined;
}

/** Removes the folder of an instance that has ended, if it has no staged files. */
export async function removeInstance(folder: string): Promise<void> {
  try {
    const names = await readdir(folder);
    if (names.some((name) => name !== lockName)) return;
    await removeFile(join(folder, lockName));
    await rmdir(folder);
  } catch {
    // A later sweep tries again.
  }
}

export const lockName = 'lock';

interface OwnFolder {
  readonly folder: string;
  /** Returns undefined on file systems without locks. Other processes then use the age of files. */
  readonly lock: FileLock | undefined;
}

async function createFolder(staging: string, attempts = 3): Promise<OwnFolder> {
  const folder = join(staging, randomUUID());
  const path = join(folder, lockName);
  await mkdir(folder, { mode: 0o700 });
  await syncFolder(staging);
  await createLockFile(path);
  const lock = lockFile(path);
  // Before the file is locked, a sweep may lock and remove it.
  if (lock !== undefined && (await exists(path))) return { folder, lock };
  lock?.release();
  await removeInstance(folder);
  if (attempts > 1) return await createFolder(staging, attempts - 1);
  await mkdir(folder, { mode: 0o700 });
  return { folder, lock: undefined };
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
