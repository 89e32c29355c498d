import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptBlob } from '../blob-store.ts';
import { isName, locationOf } from './location.ts';
import { isMissing } from './remove-file.ts';

/** The number of files examined concurrently. */
const TOGETHER = 64;

/** Yields blobs ordered by location, one folder at a time. Files with other names are skipped. */
export async function* listBlobs(blobs: string): AsyncGenerator<KeptBlob> {
  for (const first of await foldersIn(blobs)) {
    for (const second of await foldersIn(join(blobs, first))) {
      const folder = join(blobs, first, second);
      const names = (await readdir(folder)).filter((name) => isName(name) && name.startsWith(first + second)).sort();
      while (names.length > 0) yield* await keptIn(folder, names.splice(0, TOGETHER));
    }
  }
}

/** Returns the size of a file in bytes; undefined if it does not exist. */
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
    // The file was removed after the folder was read.
    return size === undefined ? [] : [{ location: locationOf(name), size }];
  });
}

/** The names of folders are two hexadecimal digits; others are skipped. */
async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .flatMap((entry) => (entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name) ? [entry.name] : []))
    .sort();
}
