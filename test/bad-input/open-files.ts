/** Which files this process has open below a folder, as Linux shows them in /proc (proc(5)). */
import { readdir, readlink } from 'node:fs/promises';
import path from 'node:path';

/** Whether the system shows them. */
export const showsOpenFiles = process.platform === 'linux';

/** Returns the paths, one for each descriptor. */
export async function openFilesBelow(folder: string): Promise<string[]> {
  const descriptors = await readdir('/proc/self/fd');
  const files = await Promise.all(
    // One that is closed meanwhile is not open.
    descriptors.map((descriptor) => readlink(path.join('/proc/self/fd', descriptor)).catch(() => '')),
  );
  return files.filter((file) => file.startsWith(folder + path.sep));
}
