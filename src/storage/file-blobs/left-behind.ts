import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasEnded } from './instance.ts';
import { isName, nameOf } from './location.ts';
import { isMissing } from './remove-file.ts';

/** How long a file must be unchanged to count as left behind, if its process may be running. */
const LONG_UNTOUCHED_MS = 60 * 60 * 1000;

export interface StagedFile {
  readonly folder: string;
  readonly name: string;
}

/** Yields the files in all staging folders whose process has ended or has not changed them for long. */
export async function* filesLeftBehind(staging: string): AsyncGenerator<StagedFile> {
  for (const folder of await instancesIn(staging)) yield* filesLeftIn(folder, hasEnded(folder));
}

/** Returns the left-behind files in one staging folder: all if its process has ended, otherwise the old ones. */
export async function* filesLeftIn(folder: string, ended: boolean): AsyncGenerator<StagedFile> {
  for (const name of await namesIn(folder)) {
    const ours = isName(name) || name.endsWith('.part');
    if (ours && (ended || (await isUntouched(join(folder, name), LONG_UNTOUCHED_MS)))) yield { folder, name };
  }
}

/** Returns whether a location belongs to a staged file whose process may still use it. */
export async function isStagedIn(staging: string, location: string): Promise<boolean> {
  for (const folder of await instancesIn(staging)) {
    const age = await ageOf(join(folder, nameOf(location)));
    if (age !== undefined && age <= LONG_UNTOUCHED_MS && !hasEnded(folder)) return true;
  }
  return false;
}

/** Returns the folders of all instances. */
export async function instancesIn(staging: string): Promise<string[]> {
  return (await namesIn(staging)).map((name) => join(staging, name));
}

/** Returns whether a file or folder has not changed for this many milliseconds. False if it does not exist. */
export async function isUntouched(path: string, forLong: number): Promise<boolean> {
  return ((await ageOf(path)) ?? 0) > forLong;
}

/** Returns how long ago a file was written, renamed or linked, in milliseconds; undefined if it does not exist. */
async function ageOf(path: string): Promise<number | undefined> {
  try {
    const { mtimeMs, ctimeMs } = await stat(path);
    return Date.now() - Math.max(mtimeMs, ctimeMs);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Returns an empty list if the folder is missing, because other servers may sweep concurrently. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
