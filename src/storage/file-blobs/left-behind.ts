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
  for (const instance of await namesIn(staging)) {
    const folder = join(staging, instance);
    const ended = hasEnded(instance);
    for (const name of await namesIn(folder)) {
      const ours = isName(name) || name.endsWith('.part');
      if (ours && (ended || (await isLongUntouched(join(folder, name))))) yield { folder, name };
    }
  }
}

/** Whether a location is that of a staged file, and its process may still be at work on it. */
export async function isStagedIn(staging: string, location: string): Promise<boolean> {
  for (const instance of await namesIn(staging)) {
    if (hasEnded(instance)) continue;
    const age = await ageOf(join(staging, instance, nameOf(location)));
    if (age !== undefined && age <= LONG_UNTOUCHED_MS) return true;
  }
  return false;
}

/** Another server may have swept it meanwhile, or its own has finished with it: then it is not untouched. */
async function isLongUntouched(path: string): Promise<boolean> {
  return ((await ageOf(path)) ?? 0) > LONG_UNTOUCHED_MS;
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
