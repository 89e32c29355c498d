/** Work that nobody waits for: removing what crashed or forgotten uploads left, deleted registries, and unneeded blobs. */
import { clearRegistries } from '../registry/clear-registries.ts';
import { collectBlobs } from '../registry/collect-blobs.ts';
import type { Larder } from '../registry/larder.ts';
import { deleteExpiredUploads } from '../registry/uploads.ts';
import type { Log } from './log.ts';

export interface Housekeeping {
  /** Ends it after the item that it works on now; the next start goes on from there. */
  stop(): Promise<void>;
}

/** Begins immediately, and again after every `pause` milliseconds. Failures are logged; the next round tries again. */
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
      const removed = await collectBlobs(larder, signal);
      if (removed > 0) log.info({ removed }, 'removed blobs that nothing points to');
    } catch (error) {
      log.error({ err: error }, 'housekeeping failed');
    }
  };
  let running: Promise<void> | undefined;
  // A round that takes longer than the pause must not make later ones pile up.
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
