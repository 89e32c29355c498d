/** A temporary folder and child processes, which are removed and killed when the bench exits. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface Workspace {
  /** Also has the caches that all rows share. */
  readonly folder: string;
  /** Creates an empty folder. */
  readonly newFolder: (name: string) => Promise<string>;
  /** The running child processes. */
  readonly children: Set<ChildProcess>;
}

export function openWorkspace(): Workspace {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'larder-bench-'));
  const children = new Set<ChildProcess>();
  let folders = 0;
  process.once('exit', () => {
    for (const child of children) child.kill('SIGKILL');
    // A killed process may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  });
  // By default, a signal ends the process without an `exit` event.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  const newFolder = async (name: string): Promise<string> => {
    folders += 1;
    const created = path.join(folder, `${name}-${folders}`);
    await mkdir(created);
    return created;
  };
  return { folder, newFolder, children };
}
