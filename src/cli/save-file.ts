/** Writing a file so that its name never stands for a part of it. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Replaces a file that is there. Leaves nothing behind when the bytes end in an error. */
export async function saveFile(target: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const temporary = path.join(path.dirname(target), `.${path.basename(target).slice(0, 200)}.${randomUUID()}`);
  try {
    await pipeline(bytes, createWriteStream(temporary, { flags: 'wx', flush: true }));
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
