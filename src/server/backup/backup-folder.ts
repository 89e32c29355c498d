/** The folder of a backup: made, checked, and locked by one process at a time. */
import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { createLockFile, lockFile } from '../../storage/file-blobs/lock-file.ts';
import { newUnique } from '../../storage/file-blobs/location.ts';
import { isMissing, removeFile } from '../../storage/file-blobs/remove-file.ts';
import { BackupRefused, isBackupName, lockName, manifestName, readManifest, type Manifest } from './manifest.ts';

/** Makes the folder if it is missing, and makes it the owner's alone. Throws `BackupRefused` if others use it. */
export async function prepareBackupFolder(folder: string): Promise<void> {
  const existing = await namesIn(folder);
  const foreign = existing.filter((name) => !isBackupName(name));
  // The lock is the first file of a backup; without it, even a folder `blobs` is somebody else's.
  const isOurs =
    existing.includes(lockName) || existing.includes(manifestName) || existing.every((name) => name === 'lost+found');
  if (foreign.length > 0 || !isOurs)
    throw new BackupRefused(
      `${folder} has other files in it (${(foreign[0] ?? existing[0]) || ''}).\nSpecify an empty folder, one that does not exist yet, or that of an earlier backup.`,
    );
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
}

/** Throws `BackupRefused` if there is no backup. */
export async function expectBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  if (manifest) return manifest;
  const names = await namesIn(folder);
  const reason = names.includes(lockName) ? ', only one that was never completed' : '';
  throw new BackupRefused(
    `There is no backup at ${folder}${reason}.\nSpecify a folder that \`larder backup\` has written.`,
  );
}

/**
 * Locks the folder until the result is disposed. Throws `BackupRefused` if another process has locked it. Where files
 * cannot be locked or created, nothing is locked.
 */
export async function lockBackupFolder(folder: string): Promise<Disposable> {
  const file = path.join(folder, lockName);
  await createLockFile(file).catch(() => undefined);
  const lock = lockFile(file);
  if (lock) return { [Symbol.dispose]: () => lock.release() };
  if (await canLock(folder))
    throw new BackupRefused(`Another backup or restore is using ${folder}.\nTry again when it has ended.`);
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

/** Nothing for a folder that does not exist. Throws `BackupRefused` for a file. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    if ((await stat(folder).catch(() => undefined))?.isDirectory() === false)
      throw new BackupRefused(`${folder} is a file.\nSpecify a folder.`);
    throw error;
  }
}
