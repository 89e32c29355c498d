import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../sync-folder.ts';

/** Creates a folder with all its parents. Resolves once their names survive a power failure. */
export type MakeFolder = (path: string) => Promise<void>;

/**
 * Creates folders below `root`. Every process syncs each once, even if it already exists, because its creator may not
 * have synced it yet. Memory use is proportional to the number of folders, not to their content.
 */
export async function createFolderMaker(root: string): Promise<MakeFolder> {
  const made = new Map<string, Promise<void>>();

  const make: MakeFolder = (path) => {
    const known = made.get(path) ?? makeBelow(path);
    made.set(path, known);
    return known;
  };
  const makeBelow = async (path: string): Promise<void> => {
    try {
      await make(dirname(path));
      await mkdir(path, { recursive: true, mode: 0o700 });
      await syncFolder(dirname(path));
    } catch (error) {
      made.delete(path);
      throw error;
    }
  };

  made.set(root, makeRoot(root));
  await make(root);
  return make;
}

async function makeRoot(root: string): Promise<void> {
  const first = await mkdir(root, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let folder = root; folder !== dirname(first); folder = dirname(folder)) await syncFolder(dirname(folder));
}
