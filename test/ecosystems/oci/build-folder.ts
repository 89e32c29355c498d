/** A folder from which clients build an image that runs without any other image. */
import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../../clients/programs.ts';

const dockerfile = 'FROM scratch\nCOPY busybox /bin/busybox\nARG TEXT\nENV TEXT=$TEXT\nCMD ["/bin/busybox", "env"]\n';

/** Writes a Dockerfile, and the static busybox of the machine. Its image prints `TEXT=` and a build argument. */
export async function writeBuild(folder: string): Promise<void> {
  const { stdout } = await run('sh', ['-c', 'command -v busybox']);
  await copyFile(stdout.trim(), path.join(folder, 'busybox'));
  await writeFile(path.join(folder, 'Dockerfile'), dockerfile);
}
