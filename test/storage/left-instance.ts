import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes the staging folder of a blob store whose process has ended, with these files in it. Returns its path. */
export async function leaveInstance(root: string, files: readonly string[] = []): Promise<string> {
  const folder = join(root, 'staging', randomUUID());
  await mkdir(folder, { recursive: true });
  for (const name of files) await writeFile(join(folder, name), 'half a file');
  // Last, for a server may sweep from now on.
  await writeFile(join(folder, 'lock'), '');
  return folder;
}
