import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { StagedBlob, StageOptions } from '../blob-store.ts';
import type { MakeFolder } from './durable-folders.ts';
import type { Instance } from './instance.ts';
import { nameOf, newLocation, newUnique, pathOf } from './location.ts';
import { placeFile, prepareFile } from './place-file.ts';
import { isMissing, removeDurably, removeFile } from './remove-file.ts';
import { createFile, writeAndHash } from './write-and-hash.ts';

/** The folders of a store. */
export interface StoreFolders {
  readonly blobs: string;
  /** The staging folder of this store. */
  readonly instance: Instance;
  readonly make: MakeFolder;
}

/** Writes a stream to the staging folder. Incomplete files have a different name. */
export async function stageFile(
  folders: StoreFolders,
  content: AsyncIterable<Uint8Array>,
  { extraDigests = [], ownsChunks = false }: StageOptions = {},
): Promise<StagedBlob> {
  const { folder, path: unfinished, handle } = await createUnfinished(folders.instance);
  try {
    const { size, digests } = await writeAndHash(handle, content, extraDigests, { ownsChunks });
    const location = newLocation(digests.sha256);
    const path = join(folder, nameOf(location));
    await rename(unfinished, path);
    return { path, size, digests, location, ...createSteps(folders, path, location) };
  } catch (error) {
    await quietly(() => removeFile(unfinished));
    throw error;
  }
}

/** Creates the file to write to. If the folder was removed by another program or an older server, creates a new one. */
async function createUnfinished(instance: Instance) {
  const create = async (folder: string) => {
    const path = join(folder, `${newUnique()}.part`);
    return { folder, path, handle: await createFile(path) };
  };
  const { folder } = instance;
  try {
    return await create(folder);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await instance.renew(folder);
    return await create(instance.folder);
  }
}

function createSteps(folders: StoreFolders, path: string, location: string) {
  const place = pathOf(folders.blobs, location);
  let state: 'staged' | 'kept' | 'left' = 'staged';
  let prepared: Promise<void> | undefined;
  return {
    prepare(): void {
      prepared ??= prepareFile(path, place, folders.make);
      // `keep` throws it.
      prepared.catch(() => undefined);
    },
    async keep(): Promise<void> {
      state = 'kept';
      await placeFile(path, place, folders.make, { prepared });
    },
    async settle(): Promise<void> {
      if (state === 'left') return;
      state = 'left';
      await quietly(() => removeFile(path));
    },
    leave(): void {
      state = 'left';
    },
    async discard(): Promise<void> {
      if (state === 'left') return;
      await quietly(async () => {
        // The staged name is removed last, because it must exist as long as the bytes do.
        if (state === 'kept') await removeDurably(place);
        await removeFile(path);
      });
    },
  };
}

/** Ignores errors, because the work is done and a later sweep removes the file. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => undefined);
}
