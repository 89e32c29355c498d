/**
 * Background work: removes leftovers of crashed and expired uploads, old changes, ended sessions, old documents, deleted
 * registries and unreferenced blobs, and orders versions and reads packages of earlier versions again.
 */
import { clearRegistries } from '../registry/clear-registries.ts';
import { collectBlobs } from '../registry/collect-blobs.ts';
import { dropReplacedDocuments } from '../registry/documents/drop-replaced.ts';
import { forgetRemovedEntries } from '../registry/documents/forget-removed.ts';
import { forgetChanges } from '../registry/forget-changes.ts';
import type { Larder } from '../registry/larder.ts';
import { rereadPackages } from '../registry/reread-packages.ts';
import { forgetSessions } from '../registry/sessions.ts';
import { orderVersions } from '../registry/version-order.ts';
import { deleteExpiredUploads } from '../registry/uploads/delete-expired.ts';
import type { Log } from './log.ts';
import { createRereadLog } from './reread-log.ts';

export interface Housekeeping {
  /** Stops after the current item. The next start continues from there. */
  stop(): Promise<void>;
}

/**
 * Starts immediately, and again after every `pause` milliseconds. Failures are logged, and the next round tries again.
 */
export function startHousekeeping(larder: Larder, log: Log, pause: number): Housekeeping {
  const stopping = new AbortController();
  const { signal } = stopping;
  const rounds = repeat(pause, async () => {
    if (signal.aborted) return;
    try {
      await tidy(larder, log, signal);
    } catch (error) {
      log.error({ err: error }, 'housekeeping failed');
    }
  });
  const report = createRereadLog(log);
  let isReread = false;
  const rereading = repeat(pause, async () => {
    if (isReread || signal.aborted) return;
    try {
      isReread = await rereadPackages(larder, signal, report);
    } catch (error) {
      log.error({ err: error }, 'cannot read stored packages again');
    }
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([rounds.stop(), rereading.stop()]);
    },
  };
}

async function tidy(larder: Larder, log: Log, signal: AbortSignal): Promise<void> {
  const { catalog, blobs } = larder;
  await blobs.sweep((location) => catalog.blobs.isAdopted(location));
  await deleteExpiredUploads(larder, signal);
  await forgetChanges(larder, signal);
  await forgetSessions(larder);
  await orderVersions(larder, signal);
  const cleared = await clearRegistries(larder, signal);
  if (cleared > 0) log.info({ cleared }, 'removed the records of deleted registries');
  await dropReplacedDocuments(larder, signal);
  await forgetRemovedEntries(larder, signal);
  const removed = await collectBlobs(larder, signal);
  if (removed > 0) log.info({ removed }, 'removed unreferenced blobs');
}

/** Runs `work` immediately, and again after every `pause` milliseconds unless it is still running. It never rejects. */
function repeat(pause: number, work: () => Promise<void>): Housekeeping {
  let running: Promise<void> | undefined;
  const begin = (): void => void (running ??= work().finally(() => (running = undefined)));
  begin();
  const timer = setInterval(begin, pause);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
