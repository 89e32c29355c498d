/** Pretended machines for the tests of a file. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { createApt, type Apt } from './apt.ts';

/** Called where the tests are described; returns a function that returns a new machine until the test ends. */
export function useMachines(): (architecture?: string) => Promise<Apt> {
  const folders: string[] = [];
  afterEach(async () => {
    await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
  });
  return async (architecture) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-apt-'));
    folders.push(folder);
    return createApt(folder, architecture);
  };
}
