import { constants, copyFile, link as makeLink, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../sync-folder.ts';
import type { MakeFolder } from './durable-folders.ts';

/** Makes a file and its name durable, and the folder of its second name. */
export async function prepareFile(from: string, to: string, make: MakeFolder): Promise<void> {
  await Promise.all([syncFile(from), syncFolder(dirname(from)), make(dirname(to))]);
}

/**
 * Gives a file a second name. Resolves once both survive a power failure. The first name is made durable before the
 * second exists, because a file with only its second name would never be found by a sweep.
 */
export async function placeFile(
  from: string,
  to: string,
  make: MakeFolder,
  { link = makeLink, prepared = prepareFile(from, to, make) }: PlaceOptions = {},
): Promise<void> {
  await prepared;
  try {
    await link(from, to);
  } catch (error) {
    if (!cannotLink(error)) throw error;
    // Slower, but equivalent: an incomplete copy is removed with its first name, like any orphan.
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await syncFile(to);
  }
  await syncFolder(dirname(to));
}

export interface PlaceOptions {
  readonly link?: typeof makeLink;
  /** The result of `prepareFile`, if it was called before. */
  readonly prepared?: Promise<void> | undefined;
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The errors of file systems without hard links. */
function cannotLink(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false;
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(error.code);
}
