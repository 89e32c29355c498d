/** Where tests keep their files: in memory, since they sync thousands of small changes to the disk. */
import { readFileSync, statfsSync } from 'node:fs';
import os from 'node:os';

/** In bytes. The tests need less than 2 GiB. */
const room = 4 * 2 ** 30;

/** Returns a folder in memory if the system has one with room, from which programs can be run; else the usual one. */
export function fastTemporaryFolder(): string {
  return process.env['TMPDIR'] === undefined && isUsable(inMemory) ? inMemory : os.tmpdir();
}

const inMemory = '/dev/shm';

function isUsable(folder: string): boolean {
  try {
    const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
    const [, , type, options = ''] = mounts.map((line) => line.split(' ')).findLast(([, at]) => at === folder) ?? [];
    const { bavail, bsize } = statfsSync(folder);
    const isOpen = type === 'tmpfs' && !options.split(',').some((option) => ['noexec', 'ro'].includes(option));
    return isOpen && Math.min(bavail * bsize, process.availableMemory()) >= room;
  } catch {
    // Not Linux, or without such a folder.
    return false;
  }
}
