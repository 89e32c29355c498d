import { rmdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { lockEnded, removeInstance } from './instance.ts';
import { filesLeftIn, instancesIn, isUntouched } from './left-behind.ts';
import type { StagedFile } from './left-behind.ts';
import { locationOf, isName, pathOf } from './location.ts';
import { removeDurably, removeFile } from './remove-file.ts';

interface Sweep {
  readonly staging: string;
  readonly blobs: string;
  readonly isAdopted: (location: string) => Promise<boolean>;
}

/** Removes left-behind files from the staging folders, and bytes that were kept but never adopted. */
export async function sweepStaging(sweep: Sweep): Promise<void> {
  for (const folder of await instancesIn(sweep.staging)) {
    // Locked meanwhile, so that no instance starts to use it.
    const lock = lockEnded(folder);
    try {
      for await (const file of filesLeftIn(folder, lock !== undefined)) await sweepFile(sweep, file);
      if (lock !== undefined) await removeInstance(folder);
      else await removeUnlocked(folder);
    } finally {
      lock?.release();
    }
  }
}

async function sweepFile({ blobs, isAdopted }: Sweep, { folder, name }: StagedFile): Promise<void> {
  if (isName(name)) {
    const location = locationOf(name);
    // The staged name is removed last, because the next sweep needs it after a crash.
    if (!(await isAdopted(location))) await removeDurably(pathOf(blobs, location));
  }
  await removeFile(join(folder, name));
}

/**
 * An instance of Larder 0.1.0 has no lock, needs its folder, and writes to it for each `GET /readyz`. A current
 * instance has no lock if it crashed during its start.
 */
const DAY_MS = 24 * 60 * 60 * 1000;
const instanceName = /^(?:.+\.[1-9]\d*\.\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Removes the folder of an instance without a lock, if it has been empty for long. */
async function removeUnlocked(folder: string): Promise<void> {
  if (!instanceName.test(basename(folder)) || !(await isUntouched(folder, DAY_MS))) return;
  // Fails if the folder is not empty; a lock is a file in it.
  await rmdir(folder).catch(() => undefined);
}
