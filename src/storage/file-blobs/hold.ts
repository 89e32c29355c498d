/** Keeps unreferenced blobs from being removed while a process reads them, such as a backup. */
import { chown, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beginInstance, hasEnded, lockName, removeInstance } from './instance.ts';
import { instancesIn, isUntouched } from './left-behind.ts';
import { isMissing } from './remove-file.ts';

/** How long a hold is valid without a lock, on file systems without locks. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** The hold ends when it is disposed, or with its process. */
export async function holdBlobFiles(holds: string): Promise<AsyncDisposable> {
  await mkdir(holds, { recursive: true, mode: 0o700 });
  const instance = await beginInstance(holds);
  await giveToOwner(dirname(holds), holds, instance.folder, join(instance.folder, lockName));
  return { [Symbol.asyncDispose]: () => instance.end() };
}

/** A backup by root must not create files that the server cannot read. SQLite does the same with its log. */
async function giveToOwner(like: string, ...paths: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(like);
  for (const path of paths) {
    await chown(path, uid, gid).catch((error: unknown) => {
      // File systems without locks have no lock file.
      if (!isMissing(error)) throw error;
    });
  }
}

/** Returns whether any process has a hold. Removes the folders of processes that have ended. */
export async function areBlobFilesHeld(holds: string): Promise<boolean> {
  let held = false;
  for (const folder of await instancesIn(holds)) {
    if (hasEnded(folder)) await removeInstance(folder);
    else if (!(await isUntouched(folder, DAY_MS))) held = true;
  }
  return held;
}
