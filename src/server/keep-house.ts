/** Work that nobody waits for: removing what crashed or forgotten uploads left, and blobs that nothing points to. */
import { collectBlobs } from '../registry/collect-blobs.ts';
import type { Larder } from '../registry/larder.ts';
import type { Log } from './log.ts';

export interface Housekeeping {
  /** Ends it, after what runs now. */
  stop(): Promise<void>;
}

/** Begins at once, and again after every `pause` milliseconds. Failures are logged; the next round tries again. */
export function keepHouse(larder: Larder, log: Log, pause = 15_000): Housekeeping {
  const { catalog, blobs } = larder;
  const round = async (): Promise<void> => {
    try {
      await blobs.sweep((location) => catalog.blobs.isAdopted(location));
      await catalog.uploads.deleteExpired(new Date());
      const removed = await collectBlobs(larder);
      if (removed > 0) log.info({ removed }, 'removed blobs that nothing points to');
    } catch (error) {
      log.error({ err: error }, 'housekeeping failed');
    }
  };
  let running = round();
  const timer = setInterval(() => void (running = running.then(round)), pause);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
