/** A temporary folder and the processes that work in it; both are gone at the end, whatever the end is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface Workspace {
  /** For caches that outlive a row. */
  readonly folder: string;
  /** A new, empty folder. */
  newFolder(name: string): Promise<string>;
  /** Takes a process along to the end. It must lead a process group of its own. */
  adopt(processGroup: number): void;
  /** Leaves alone what has ended. */
  forget(processGroup: number): void;
}

export function openWorkspace(): Workspace {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'larder-bench-'));
  const groups = new Set<number>();
  let folders = 0;
  process.once('exit', () => {
    for (const group of groups) endGroup(group);
    // What was killed just now may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
  return {
    folder,
    newFolder: async (name) => {
      folders += 1;
      const made = path.join(folder, `${name}-${folders}`);
      await mkdir(made, { recursive: true });
      return made;
    },
    adopt: (group) => void groups.add(group),
    forget: (group) => void groups.delete(group),
  };
}

/** Ends a process with all that it has started. */
export function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch (error) {
    // It ended before.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
