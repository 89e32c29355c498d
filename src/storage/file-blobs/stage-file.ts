import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { StagedBlob, StageOptions } from '../blob-store.ts';
import type { MakeFolder } from './durable-folders.ts';
import { nameOf, newLocation, newUnique, pathOf } from './location.ts';
import { placeFile } from './place-file.ts';
import { removeDurably, removeFile } from './remove-file.ts';
import { writeAndHash } from './write-and-hash.ts';

/** Where a store keeps its files. */
export interface StoreFolders {
  readonly blobs: string;
  /** Of this process alone. */
  readonly staging: string;
  readonly make: MakeFolder;
}

/** Writes a stream to the staging folder. Half a file is told from a whole one by its name. */
export async function stageFile(
  folders: StoreFolders,
  content: AsyncIterable<Uint8Array>,
  { legacyDigests = [] }: StageOptions = {},
): Promise<StagedBlob> {
  const unfinished = join(folders.staging, `${newUnique()}.part`);
  try {
    const { size, digests } = await writeAndHash(unfinished, content, legacyDigests);
    const location = newLocation(digests.sha256);
    const path = join(folders.staging, nameOf(location));
    await rename(unfinished, path);
    return { path, size, digests, location, ...createSteps(folders, path, location) };
  } catch (error) {
    await quietly(() => removeFile(unfinished));
    throw error;
  }
}

function createSteps(folders: StoreFolders, path: string, location: string) {
  const place = pathOf(folders.blobs, location);
  let state: 'staged' | 'kept' | 'settled' = 'staged';
  return {
    async keep(): Promise<void> {
      state = 'kept';
      await placeFile(path, place, folders.make);
    },
    async settle(): Promise<void> {
      state = 'settled';
      await quietly(() => removeFile(path));
    },
    async discard(): Promise<void> {
      if (state === 'settled') return;
      await quietly(async () => {
        // The staged name goes last: as long as the bytes lie at their place, it must say so.
        if (state === 'kept') await removeDurably(place);
        await removeFile(path);
      });
    },
  };
}

/** What could not be removed now is removed by a sweep later, so it must not fail the work that is done already. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => undefined);
}
