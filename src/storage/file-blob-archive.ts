/**
 * Copies of blobs, each at the location that it has in the store that it came from. A location says the digest of its
 * bytes and is never used twice, so a copy at a location is right for ever: it has to be made only once.
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
  /** In bytes; undefined if there is no such copy. */
  sizeOf(location: string): Promise<number | undefined>;
  /** Throws `BlobMissing`. */
  open(location: string): Promise<AsyncIterable<Uint8Array>>;
  /** All copies, ordered by location. */
  list(): AsyncIterable<KeptBlob>;
  /**
   * Writes a copy, which survives a power cut once this resolves; before, there is none at the location. Returns false,
   * and keeps nothing, if the bytes are not those of the location.
   */
  add(location: string, content: AsyncIterable<Uint8Array>): Promise<boolean>;
  remove(location: string): Promise<void>;
  /** Removes copies that were being written when an earlier process ended. No other process may be writing any. */
  sweep(): Promise<void>;
  /** Removes what only writing needs. */
  close(): Promise<void>;
}

/** Copies lie in `{folder}/blobs`, as those of a blob store do; copies under way in `{folder}/incoming`. */
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
