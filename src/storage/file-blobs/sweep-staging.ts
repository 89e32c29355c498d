import { readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hasEnded } from './instance.ts';
import { locationOf, isName, pathOf } from './location.ts';
import { filesLeftBehind } from './left-behind.ts';
import { removeDurably, removeFile } from './remove-file.ts';

interface Sweep {
  readonly staging: string;
  readonly blobs: string;
  readonly isAdopted: (location: string) => Promise<boolean>;
}

/** Removes what was left in the staging folders, and the bytes that were kept but never adopted. */
export async function sweepStaging(sweep: Sweep): Promise<void> {
  for await (const { folder, name } of filesLeftBehind(sweep.staging)) await sweepFile(sweep, folder, name);
  for (const instance of await readdir(sweep.staging)) {
    if (hasEnded(instance)) await removeEmptyFolder(join(sweep.staging, instance));
  }
}

async function sweepFile({ blobs, isAdopted }: Sweep, folder: string, name: string): Promise<void> {
  if (isName(name)) {
    const location = locationOf(name);
    // The staged name goes last: a crash in between leaves what the next sweep needs.
    if (!(await isAdopted(location))) await removeDurably(pathOf(blobs, location));
  }
  await removeFile(join(folder, name));
}

/** Something that is not ours may lie in it; that is no reason to fail. */
async function removeEmptyFolder(folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined);
}
