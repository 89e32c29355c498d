import { constants } from 'node:fs';
import { access, open, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { BlobMissing } from './blob-store.ts';
import type { BlobStore, ByteRange, StagedBlob, StoredBlob } from './blob-store.ts';
import { createFolderMaker } from './file-blobs/durable-folders.ts';
import { ownInstance } from './file-blobs/instance.ts';
import { pathOf } from './file-blobs/location.ts';
import { isMissing, removeDurably } from './file-blobs/remove-file.ts';
import { stageFile } from './file-blobs/stage-file.ts';
import type { StoreFolders } from './file-blobs/stage-file.ts';
import { sweepStaging } from './file-blobs/sweep-staging.ts';

export interface FileBlobStoreOptions {
  /** Where blobs and staged files lie, on one file system; made when it is not there. */
  readonly folder: string;
}

/**
 * Opens a blob store in a folder: blobs lie in `blobs/{aa}/{bb}/{sha256}.{unique}`, what is being published lies in
 * `staging/{instance}/`, a folder for each running server.
 *
 * A file keeps its staged name until it is settled, and that name says where its bytes lie. So after a crash at any
 * point the staging folders alone tell which bytes may belong to nobody; the blobs themselves are never searched.
 */
export async function openFileBlobStore({ folder }: FileBlobStoreOptions): Promise<BlobStore> {
  const root = resolve(folder);
  const make = await createFolderMaker(root);
  const staging = join(root, 'staging');
  const folders: StoreFolders = { blobs: join(root, 'blobs'), staging: join(staging, ownInstance), make };
  await make(folders.blobs);
  await make(folders.staging);

  return {
    stage: (content, options) => stageFile(folders, content, options),
    borrow: (blob) => borrowBlob(folders, blob),
    open: (location, range) => openBlob(folders, location, range),
    remove: async (location) => removeDurably(pathOf(folders.blobs, location)),
    sweep: (isAdopted) => sweepStaging({ staging, blobs: folders.blobs, isAdopted }),
    check: () => check(folders),
  };
}

async function openBlob({ blobs }: StoreFolders, location: string, range: ByteRange | undefined): Promise<Readable> {
  const path = pathOf(blobs, location);
  try {
    const handle = await open(path, 'r');
    return handle.createReadStream({ ...range, highWaterMark: 256 * 1024 });
  } catch (error) {
    throw isMissing(error) ? missing(location, error) : error;
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
  return { path, size, digests, location, keep: nothing, settle: nothing, discard: nothing };
}

function missing(location: string, cause: unknown): BlobMissing {
  return new BlobMissing(`There are no bytes at ${location}.`, { cause });
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
