/**
 * Copies of blobs, each at the same location as in its store. A location contains the digest of its bytes and is never
 * reused, so a copy never has to be updated.
 */
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { KeptBlob } from './blob-store.ts';
import { createFolderMaker } from './file-blobs/durable-folders.ts';
import { fileSize, listBlobs } from './file-blobs/list-blobs.ts';
import { digestOf, newUnique, pathOf } from './file-blobs/location.ts';
import { openBlob } from './file-blobs/read-blob.ts';
import { removeFile } from './file-blobs/remove-file.ts';
import { createFile, writeAndHash } from './file-blobs/write-and-hash.ts';
import { syncFolder } from './sync-folder.ts';

export interface BlobArchive {
  /** Returns the size in bytes; undefined if there is no copy. */
  sizeOf(location: string): Promise<number | undefined>;
  /** Throws `BlobMissing`. */
  open(location: string): Promise<AsyncIterable<Uint8Array>>;
  /** Yields all copies, ordered by location. */
  list(): AsyncIterable<KeptBlob>;
  /**
   * Writes a copy atomically. It survives a power failure once this resolves. Returns false, and stores nothing, if the
   * digest of the bytes differs from the location's.
   */
  add(location: string, content: AsyncIterable<Uint8Array>): Promise<boolean>;
  remove(location: string): Promise<void>;
  /** Removes incomplete copies of earlier processes. No other process may be writing. */
  sweep(): Promise<void>;
  /** Removes the folder for incomplete copies. */
  close(): Promise<void>;
}

/** Copies are in `{folder}/blobs`, like in a blob store; incomplete copies are in `{folder}/incoming`. */
export function openBlobArchive({ folder }: { readonly folder: string }): BlobArchive {
  const root = resolve(folder);
  const [blobs, incoming] = [join(root, 'blobs'), join(root, 'incoming')];
  let maker: ReturnType<typeof createFolderMaker> | undefined;
  return {
    sizeOf: async (location) => fileSize(pathOf(blobs, location)),
    open: (location) => openBlob(blobs, location, undefined),
    async *list() {
      if ((await fileSize(blobs)) !== undefined) yield* listBlobs(blobs);
    },
    async add(location, content) {
      const make = await (maker ??= createFolderMaker(root));
      const target = pathOf(blobs, location);
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      const path = join(incoming, newUnique());
      try {
        const { digests } = await writeAndHash(await createFile(path), content, [], { sync: true });
        if (digests.sha256 !== digestOf(location)) return false;
        await make(dirname(target));
        await rename(path, target);
        await syncFolder(dirname(target));
        return true;
      } finally {
        await removeFile(path);
      }
    },
    remove: async (location) => void (await removeFile(pathOf(blobs, location))),
    sweep: () => rm(incoming, { recursive: true, force: true }),
    close: async () => {
      const names = await readdir(incoming).catch(() => ['unknown']);
      if (names.length === 0) await rmdir(incoming);
    },
  };
}
