/** Deletes the changes of registries after a month, in small batches. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/** In milliseconds: how long readers can read a change. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** The number of changes per transaction. SQLite takes about 10 ms for them, during which no request is served. */
const batch = 500;

/** Returns when no old changes are left or `stop` is aborted. */
export async function forgetChanges({ [writable]: catalog }: Larder, stop: AbortSignal): Promise<void> {
  const before = new Date(Date.now() - keptFor);
  for (;;) {
    if (stop.aborted) return;
    const start = performance.now();
    if ((await catalog.changes.deleteOld(before, batch)) < batch) return;
    // Leave the event loop and the database to requests for as long as the batch took.
    await delay(performance.now() - start);
  }
}
