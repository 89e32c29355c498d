import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptBlob } from '../blob-store.ts';
import { isName, locationOf } from './location.ts';
import { isMissing } from './remove-file.ts';

/** So many files are looked at together. */
const TOGETHER = 64;

/** Walks the folder of blobs in the order of their locations, a folder at a time. What is none of our names is left out. */
export async function* listBlobs(blobs: string): AsyncGenerator<KeptBlob> {
  for (const first of await foldersIn(blobs)) {
    for (const second of await foldersIn(join(blobs, first))) {
      const folder = join(blobs, first, second);
      const names = (await readdir(folder)).filter((name) => isName(name) && name.startsWith(first + second)).sort();
      while (names.length > 0) yield* await keptIn(folder, names.splice(0, TOGETHER));
    }
  }
}

/** The size of a file in bytes; undefined when there is none. */
export async function fileSize(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function keptIn(folder: string, names: readonly string[]): Promise<KeptBlob[]> {
  const sizes = await Promise.all(names.map((name) => fileSize(join(folder, name))));
  return names.flatMap((name, at) => {
    const size = sizes[at];
    // Removed since the folder was read.
    return size === undefined ? [] : [{ location: locationOf(name), size }];
  });
}

/** Folders are named for two digits; anything else is none of ours. */
async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .flatMap((entry) => (entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name) ? [entry.name] : []))
    .sort();
}
