import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../sync-folder.ts';

/** Makes a folder, with all its parents, and resolves once their names survive a power cut. */
export type MakeFolder = (path: string) => Promise<void>;

/**
 * Makes folders below `root`. Each is synced once by every process, even when it is there already: whoever made it may
 * not have come to that yet. What it remembers is as large as the tree of folders, never as large as their content.
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
