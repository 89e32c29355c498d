/** The folder of a backup: creates, checks and locks it. One process may use it at a time. */
import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { createLockFile, lockFile } from '../../storage/file-blobs/lock-file.ts';
import { newUnique } from '../../storage/file-blobs/location.ts';
import { isMissing, removeFile } from '../../storage/file-blobs/remove-file.ts';
import { BackupRefused, isBackupName, lockName, manifestName, readManifest, type Manifest } from './manifest.ts';

/** Creates the folder if it is missing, with mode 0700. Throws `BackupRefused` if it contains other files. */
export async function prepareBackupFolder(folder: string): Promise<void> {
  const existing = await namesIn(folder);
  const foreign = existing.filter((name) => !isBackupName(name));
  // The lock is the first file of a backup. Without it, even a folder `blobs` belongs to something else.
  const isOurs =
    existing.includes(lockName) || existing.includes(manifestName) || existing.every((name) => name === 'lost+found');
  if (foreign.length > 0 || !isOurs)
    throw new BackupRefused(
      `${folder} has other files in it (${(foreign[0] ?? existing[0]) || ''}).\nSpecify an empty folder, a folder that does not exist yet, or the folder of an existing backup.`,
    );
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
}

/** Throws `BackupRefused` if the folder contains no backup. */
export async function expectBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  if (manifest) return manifest;
  const names = await namesIn(folder);
  const reason = names.includes(lockName) ? ', only an incomplete one' : '';
  throw new BackupRefused(
    `There is no backup at ${folder}${reason}.\nSpecify a folder that \`larder backup\` has written.`,
  );
}

/**
 * Locks the folder until the result is disposed. Throws `BackupRefused` if another process has locked it. Locks nothing
 * if the file system supports no locks or is read-only.
 */
export async function lockBackupFolder(folder: string): Promise<Disposable> {
  const file = path.join(folder, lockName);
  await createLockFile(file).catch(() => undefined);
  const lock = lockFile(file);
  if (lock) return { [Symbol.dispose]: () => lock.release() };
  if (await canLock(folder))
    throw new BackupRefused(`Another backup or restore is using ${folder}.\nTry again when it has finished.`);
  return { [Symbol.dispose]: () => undefined };
}

async function canLock(folder: string): Promise<boolean> {
  const probe = path.join(folder, `${lockName}.${newUnique()}`);
  try {
    await createLockFile(probe);
    const lock = lockFile(probe);
    lock?.release();
    await removeFile(probe);
    return lock !== undefined;
  } catch {
    return false;
  }
}

/** Returns an empty list for a folder that does not exist. Throws `BackupRefused` for a file. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    if ((await stat(folder).catch(() => undefined))?.isDirectory() === false)
      throw new BackupRefused(`${folder} is a file, not a folder.\nSpecify a folder.`);
    throw error;
  }
}
