import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { NoStorage } from './blob-store.ts';
import type { BlobStore, ExistingBlobs, LeftBehind, StagedBlob, StoredBlob } from './blob-store.ts';
import { createFolderMaker } from './file-blobs/durable-folders.ts';
import { beginInstance } from './file-blobs/instance.ts';
import { filesLeftBehind, isStagedIn } from './file-blobs/left-behind.ts';
import { areBlobFilesHeld, holdBlobFiles } from './file-blobs/hold.ts';
import { fileSize, listBlobs } from './file-blobs/list-blobs.ts';
import { isName, locationOf, pathOf } from './file-blobs/location.ts';
import { missing, openBlob, readBlob } from './file-blobs/read-blob.ts';
import { isMissing, removeDurably } from './file-blobs/remove-file.ts';
import { stageFile } from './file-blobs/stage-file.ts';
import type { StoreFolders } from './file-blobs/stage-file.ts';
import { sweepStaging } from './file-blobs/sweep-staging.ts';

export interface FileBlobStoreOptions {
  /** The folder of blobs and staged files, on one file system. It is created if missing. */
  readonly folder: string;
}

/**
 * Opens a blob store in a folder: blobs are in `blobs/{aa}/{bb}/{sha256}.{unique}`, staged files in
 * `staging/{instance}/`, a folder per open store.
 *
 * A file has its staged name until it is settled, and that name contains its location. So after a crash at any point,
 * the staging folders list all bytes that may be orphans, and the blobs need not be searched.
 */
export async function openFileBlobStore({ folder }: FileBlobStoreOptions): Promise<BlobStore> {
  const root = resolve(folder);
  const make = await createFolderMaker(root);
  const staging = join(root, 'staging');
  const blobs = join(root, 'blobs');
  await make(blobs);
  await make(staging);
  const instance = await beginInstance(staging);
  const folders: StoreFolders = { blobs, instance, make };

  return {
    stage: (content, options) => stageFile(folders, content, options),
    borrow: (blob) => borrowBlob(folders, blob),
    read: (location, range) => readBlob(folders.blobs, location, range),
    check: () => check(folders),
    close: () => instance.end(),
    ...existingBlobs({ blobs, staging, holds: join(root, 'holds') }),
  };
}

/** Opens an existing blob store without staging. Throws `NoStorage` if there is none. */
export async function openExistingFileBlobs({ folder }: FileBlobStoreOptions): Promise<ExistingBlobs> {
  const root = resolve(folder);
  const [blobs, staging] = [join(root, 'blobs'), join(root, 'staging')];
  for (const path of [blobs, staging]) {
    if (!(await isFolder(path))) throw new NoStorage(`The folder ${path} does not exist.`);
  }
  return existingBlobs({ blobs, staging, holds: join(root, 'holds') });
}

/** The methods that need no staging folder. */
function existingBlobs({
  blobs,
  staging,
  holds,
}: {
  readonly blobs: string;
  readonly staging: string;
  readonly holds: string;
}): ExistingBlobs {
  return {
    open: (location, range) => openBlob(blobs, location, range),
    remove: async (location) => removeDurably(pathOf(blobs, location)),
    sweep: (isAdopted) => sweepStaging({ staging, blobs, isAdopted }),
    list: () => listBlobs(blobs),
    leftBehind: () => leftBehind(staging),
    isStaged: (location) => isStagedIn(staging, location),
    hold: () => holdBlobFiles(holds),
    isHeld: () => areBlobFilesHeld(holds),
    sizeOf: async (location) => fileSize(pathOf(blobs, location)),
  };
}

async function* leftBehind(staging: string): AsyncGenerator<LeftBehind> {
  for await (const { folder, name } of filesLeftBehind(staging)) {
    yield { path: join(folder, name), location: isName(name) ? locationOf(name) : undefined };
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function borrowBlob({ blobs }: StoreFolders, blob: StoredBlob): Promise<StagedBlob> {
  const { size, digests, location } = blob;
  const path = pathOf(blobs, location);
  try {
    await access(path, constants.R_OK);
  } catch (error) {
    throw isMissing(error) ? missing(location, error) : error;
  }
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    path,
    size,
    digests,
    location,
    prepare: () => undefined,
    keep: nothing,
    settle: nothing,
    leave: () => undefined,
    discard: nothing,
  };
}

async function check(folders: StoreFolders): Promise<void> {
  await access(folders.blobs, constants.R_OK | constants.W_OK);
  const probe = await stageFile(folders, writeProbe());
  try {
    await readFile(probe.path);
  } finally {
    await probe.discard();
  }
}

async function* writeProbe(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Can this be written?');
}
