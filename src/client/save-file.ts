/** Saves a file so that its name never refers to an incomplete file. */
import { nodeBuiltin, type FileSystem } from './node-builtin.ts';

/**
 * Leaves no file behind if the bytes end with an error. Rejects with the code `EEXIST` if the name exists, even if it was
 * created meanwhile; with `replace`, only if it is not a file. Folders, devices and links are never replaced.
 */
export async function saveFile(target: string, bytes: ReadableStream<Uint8Array>, replace: boolean): Promise<void> {
  try {
    const [fs, path] = [nodeBuiltin('node:fs')?.promises, nodeBuiltin('node:path')];
    if (!fs || !path) throw new TypeError('Only Node (20.16 or later), Bun and Deno can save a file. Use download().');
    await checkTarget(fs, target, replace);
    const temporary = path.join(path.dirname(target), `.${path.basename(target).slice(0, 200)}.${crypto.randomUUID()}`);
    try {
      const file = await fs.open(temporary, 'wx').catch((error: unknown) => {
        throw about(target, temporary, error);
      });
      await write(file, bytes);
      if (replace) await fs.rename(temporary, target);
      else await nameIfFree(fs, temporary, target);
    } finally {
      await fs.rm(temporary, { force: true });
    }
  } catch (error) {
    // A stream that is not read would keep its connection.
    if (!bytes.locked) await bytes.cancel(error);
    throw error;
  }
}

type Files = FileSystem['promises'];
type OpenFile = Awaited<ReturnType<Files['open']>>;

/** Names the path of the caller instead of the temporary one. */
function about(target: string, temporary: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return Object.assign(error, { message: error.message.replace(temporary, target), path: target });
}

async function write(file: OpenFile, bytes: ReadableStream<Uint8Array>): Promise<void> {
  try {
    const reader = bytes.getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) await writeAll(file, next.value);
    } catch (error) {
      await reader.cancel(error).catch(() => undefined);
      throw error;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;)
    written += (await file.write(bytes, written, bytes.length - written)).bytesWritten;
}

async function checkTarget(fs: Files, target: string, replace: boolean): Promise<void> {
  const existing = await fs.lstat(target).catch(() => undefined);
  if (existing === undefined) return;
  if (!replace) throw taken(target, 'already exists. Specify `replace: true`, or another path.');
  if (!existing.isFile()) throw taken(target, 'exists and is not a file, so it is not replaced.');
}

/** A hard link fails if the name was created since `checkTarget`; a rename would replace the file. */
async function nameIfFree(fs: Files, temporary: string, target: string): Promise<void> {
  try {
    await fs.link(temporary, target);
  } catch {
    await checkTarget(fs, target, false);
    // File systems without hard links, such as FAT.
    await fs.rename(temporary, target);
  }
}

function taken(path: string, reason: string): Error {
  return Object.assign(new Error(`${path} ${reason}`), { code: 'EEXIST', path });
}
