/** Background work: removes leftovers of crashed and expired uploads, deleted registries, and unreferenced blobs. */
import { clearRegistries } from '../registry/clear-registries.ts';
import { collectBlobs } from '../registry/collect-blobs.ts';
import { dropReplacedDocuments } from '../registry/documents/drop-replaced.ts';
import type { Larder } from '../registry/larder.ts';
import { deleteExpiredUploads } from '../registry/uploads.ts';
import type { Log } from './log.ts';

export interface Housekeeping {
  /** Stops after the current item. The next start continues from there. */
  stop(): Promise<void>;
}

/**
 * Starts immediately, and again after every `pause` milliseconds. Failures are logged, and the next round tries again.
 */
export function startHousekeeping(larder: Larder, log: Log, pause: number): Housekeeping {
  const { catalog, blobs } = larder;
  const stopping = new AbortController();
  const { signal } = stopping;
  const round = async (): Promise<void> => {
    if (signal.aborted) return;
    try {
      await blobs.sweep((location) => catalog.blobs.isAdopted(location));
      await deleteExpiredUploads(larder, signal);
      const cleared = await clearRegistries(larder, signal);
      if (cleared > 0) log.info({ cleared }, 'removed the records of deleted registries');
      await dropReplacedDocuments(larder, signal);
      const removed = await collectBlobs(larder, signal);
      if (removed > 0) log.info({ removed }, 'removed unreferenced blobs');
    } catch (error) {
      log.error({ err: error }, 'housekeeping failed');
    }
  };
  let running: Promise<void> | undefined;
  // Scheduled after the round, so that slow rounds do not overlap.
  const begin = (): void => void (running ??= round().finally(() => (running = undefined)));
  begin();
  const timer = setInterval(begin, pause);
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
