import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A folder of its own for something under test. */
export async function makeTemporaryFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'larder-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Creates a folder for each test; returns a function that returns its path. */
export function useTemporaryFolder(): () => string {
  let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>;
  beforeEach(async () => {
    folder = await makeTemporaryFolder();
  });
  afterEach(async () => {
    await folder.remove();
  });
  return () => folder.path;
}
