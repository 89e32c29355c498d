/** Saves a file so that its name never refers to an incomplete file. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, lstat, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CommandError } from './command-error.ts';

/**
 * Leaves no file behind if the bytes end with an error. Throws `CommandError` if the name exists, even if it was
 * created meanwhile; with `replace`, only if it is not a file.
 */
export async function saveFile(
  target: string,
  bytes: AsyncIterable<Uint8Array>,
  { replace }: { readonly replace: boolean },
): Promise<void> {
  await checkTarget(target, replace);
  const temporary = path.join(path.dirname(target), `.${path.basename(target).slice(0, 200)}.${randomUUID()}`);
  try {
    await pipeline(bytes, createWriteStream(temporary, { flags: 'wx', flush: true }));
    if (replace) await rename(temporary, target);
    else await nameIfFree(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Throws `CommandError` if nothing can be saved under this name. Folders, devices and links are never replaced. */
export async function checkTarget(target: string, replace: boolean): Promise<void> {
  const existing = await lstat(target).catch(() => undefined);
  if (existing === undefined) return;
  if (!replace) throw taken(target);
  if (!existing.isFile())
    throw new CommandError('failed', `${target} exists and is not a file, so it is not replaced.`);
}

/** A hard link fails if the name was created since `checkTarget`; a rename would replace the file. */
async function nameIfFree(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw taken(target);
    // File systems without hard links, such as FAT.
    await checkTarget(target, false);
    await rename(temporary, target);
  }
}

function taken(target: string): CommandError {
  return new CommandError(
    'exists',
    `${target} already exists.\nReplace it with --force, or specify another name with --output.`,
  );
}
