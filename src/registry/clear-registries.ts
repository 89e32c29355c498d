/** Removes the records of deleted registries in small batches, so that requests are served meanwhile. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/** The number of records per transaction. SQLite takes about 10 ms for them, during which no request is served. */
const batch = 25;

/**
 * Continues earlier work, also after a crash. Returns the number of removed registries, when all are removed or `stop`
 * is aborted.
 */
export async function clearRegistries(larder: Larder, stop: AbortSignal): Promise<number> {
  let cleared = 0;
  for (const id of await larder.catalog.registries.deleted()) {
    if (await clearRegistry(larder, id, { stop })) cleared += 1;
  }
  return cleared;
}

interface ClearOptions {
  readonly stop?: AbortSignal;
  readonly mostBatches?: number;
}

/** Returns whether all records of the registry are removed. */
export async function clearRegistry(
  { [writable]: catalog }: Larder,
  id: string,
  { stop, mostBatches = Infinity }: ClearOptions,
): Promise<boolean> {
  for (let batches = 0; batches < mostBatches; batches += 1) {
    if (stop?.aborted) return false;
    const start = performance.now();
    if (await catalog.registries.clear(id, batch)) return true;
    // Leave the event loop and the database to requests for as long as the batch took.
    await delay(performance.now() - start);
  }
  return false;
}
