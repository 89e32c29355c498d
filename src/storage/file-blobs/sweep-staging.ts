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

/** Removes what was left in the staging folders, and the bytes that were kept but never adopted. */
export async function sweepStaging(sweep: Sweep): Promise<void> {
  for (const folder of await instancesIn(sweep.staging)) {
    // Held meanwhile, so that no instance begins with it.
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
    // The staged name goes last: a crash in between leaves what the next sweep needs.
    if (!(await isAdopted(location))) await removeDurably(pathOf(blobs, location));
  }
  await removeFile(join(folder, name));
}

/**
 * An instance of Larder 0.1.0 has no lock, cannot do without its folder, and writes to it for each `GET /readyz`. One of
 * today has none if it crashed while it began.
 */
const DAY_MS = 24 * 60 * 60 * 1000;
const instanceName = /^(?:.+\.[1-9]\d*\.\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Removes the folder of an instance that has no lock if it is empty, and has been for long. */
async function removeUnlocked(folder: string): Promise<void> {
  if (!instanceName.test(basename(folder)) || !(await isUntouched(folder, DAY_MS))) return;
  // Fails if the folder is not empty: a lock that is held is a file in it.
  await rmdir(folder).catch(() => undefined);
}
