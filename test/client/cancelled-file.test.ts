/** A file whose reading is cancelled, for example because a server rejects it early: the reading ends at any step. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { openSource } from '../../src/client/package-source.ts';
import { openFilesBelow, showsOpenFiles } from '../bad-input/open-files.ts';

// Node's `Readable.toWeb` threw an error that cannot be caught if a chunk was requested in the turn of the
// cancellation.
it.skipIf(!showsOpenFiles)('is closed, however many pieces are wanted when it is cancelled', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-cancelled-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'large.bin');
  await writeFile(file, Buffer.alloc(4 * 1024 * 1024));
  for (let wanted = 0; wanted < 6; wanted += 1) {
    for (let turns = 0; turns < 10; turns += 1) {
      const reader = (await openSource({ path: file })).open().getReader();
      await reader.read();
      for (let turn = 0; turn < turns; turn += 1) await nextTurn();
      const reads = Array.from({ length: wanted }, () => reader.read());
      await reader.cancel();
      await Promise.allSettled(reads);
    }
  }
  await expect.poll(() => openFilesBelow(folder)).toEqual([]);
});
