/** Keeps unreferenced blobs from being removed while a process reads them, such as a backup. */
import { mkdir } from 'node:fs/promises';
import { beginInstance, hasEnded, removeInstance } from './instance.ts';
import { instancesIn, isUntouched } from './left-behind.ts';

/** A hold without a lock (on file systems without locks) counts for so long. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** Ends when it is disposed, or with its process. */
export async function holdBlobFiles(holds: string): Promise<AsyncDisposable> {
  await mkdir(holds, { recursive: true, mode: 0o700 });
  const instance = await beginInstance(holds);
  return { [Symbol.asyncDispose]: () => instance.end() };
}

/** Whether any process has a hold. Removes the folders of those that have ended. */
export async function areBlobFilesHeld(holds: string): Promise<boolean> {
  let held = false;
  for (const folder of await instancesIn(holds)) {
    if (hasEnded(folder)) await removeInstance(folder);
    else if (!(await isUntouched(folder, DAY_MS))) held = true;
  }
  return held;
}
