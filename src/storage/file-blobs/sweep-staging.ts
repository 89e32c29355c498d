import { readdir, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasEnded } from './instance.ts';
import { isName, locationOf, pathOf } from './location.ts';
import { isMissing, removeDurably, removeFile } from './remove-file.ts';

/** How long a file of a process that may be running has to lie untouched before it counts as left behind. */
const LONG_UNTOUCHED_MS = 60 * 60 * 1000;

interface Sweep {
  readonly staging: string;
  readonly blobs: string;
  readonly isAdopted: (location: string) => Promise<boolean>;
}

/** Removes what was left in the staging folders, and the bytes that were kept but never adopted. */
export async function sweepStaging(sweep: Sweep): Promise<void> {
  for (const instance of await readdir(sweep.staging)) {
    const folder = join(sweep.staging, instance);
    const ended = hasEnded(instance);
    for (const name of await namesIn(folder)) {
      if (ended || (await isLongUntouched(join(folder, name)))) await sweepFile(sweep, folder, name);
    }
    if (ended) await removeEmptyFolder(folder);
  }
}

async function sweepFile({ blobs, isAdopted }: Sweep, folder: string, name: string): Promise<void> {
  if (isName(name)) {
    const location = locationOf(name);
    // The staged name goes last: a crash in between leaves what the next sweep needs.
    if (!(await isAdopted(location))) await removeDurably(pathOf(blobs, location));
  } else if (!name.endsWith('.part')) {
    return;
  }
  await removeFile(join(folder, name));
}

async function isLongUntouched(path: string): Promise<boolean> {
  try {
    const { mtimeMs, ctimeMs } = await stat(path);
    return Date.now() - Math.max(mtimeMs, ctimeMs) > LONG_UNTOUCHED_MS;
  } catch (error) {
    // Another server swept it, or its own has finished with it.
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Other servers may sweep at the same time. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Something that is not ours may lie in it; that is no reason to fail. */
async function removeEmptyFolder(folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined);
}
