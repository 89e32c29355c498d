/** Removes the records of deleted registries, a few at a time, while everything else is served. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/** So many records share a transaction: SQLite takes some 10 ms for them, in which nothing else is served. */
const batch = 25;

/** Goes on where it ended, also after a crash. Returns how many registries are gone when `stop` is aborted, or all are. */
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

/** Returns whether nothing is left of the registry. */
export async function clearRegistry(
  { [writable]: catalog }: Larder,
  id: string,
  { stop, mostBatches = Infinity }: ClearOptions,
): Promise<boolean> {
  for (let batches = 0; batches < mostBatches; batches += 1) {
    if (stop?.aborted) return false;
    const start = performance.now();
    if (await catalog.registries.clear(id, batch)) return true;
    // Everything else gets the event loop, and the database, for as long as this took.
    await delay(performance.now() - start);
  }
  return false;
}
