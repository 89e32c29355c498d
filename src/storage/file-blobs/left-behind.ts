import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasEnded } from './instance.ts';
import { isName, nameOf } from './location.ts';
import { isMissing } from './remove-file.ts';

/** How long a file of a process that may be running has to lie untouched before it counts as left behind. */
const LONG_UNTOUCHED_MS = 60 * 60 * 1000;

export interface StagedFile {
  readonly folder: string;
  readonly name: string;
}

/** The files in all staging folders whose process has ended, or has not touched them for long. */
export async function* filesLeftBehind(staging: string): AsyncGenerator<StagedFile> {
  for (const folder of await instancesIn(staging)) yield* filesLeftIn(folder, hasEnded(folder));
}

/** The files in one staging folder that are left behind: all if its process has ended, otherwise the old ones. */
export async function* filesLeftIn(folder: string, ended: boolean): AsyncGenerator<StagedFile> {
  for (const name of await namesIn(folder)) {
    const ours = isName(name) || name.endsWith('.part');
    if (ours && (ended || (await isUntouched(join(folder, name), LONG_UNTOUCHED_MS)))) yield { folder, name };
  }
}

/** Whether a location is that of a staged file, and its process may still be at work on it. */
export async function isStagedIn(staging: string, location: string): Promise<boolean> {
  for (const folder of await instancesIn(staging)) {
    const age = await ageOf(join(folder, nameOf(location)));
    if (age !== undefined && age <= LONG_UNTOUCHED_MS && !hasEnded(folder)) return true;
  }
  return false;
}

/** The folders of all instances. */
export async function instancesIn(staging: string): Promise<string[]> {
  return (await namesIn(staging)).map((name) => join(staging, name));
}

/** Whether a file or folder has not changed for so many milliseconds. False if it is missing. */
export async function isUntouched(path: string, forLong: number): Promise<boolean> {
  return ((await ageOf(path)) ?? 0) > forLong;
}

/** How long ago a file was written, renamed or linked, in milliseconds; undefined when there is none. */
async function ageOf(path: string): Promise<number | undefined> {
  try {
    const { mtimeMs, ctimeMs } = await stat(path);
    return Date.now() - Math.max(mtimeMs, ctimeMs);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Other servers may sweep at the same time. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
