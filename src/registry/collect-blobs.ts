/** Removes the bytes of blobs that have been unreferenced for the grace period. Until then, clients may rely on them. */
import { eachConcurrently } from './each-concurrently.ts';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/** The number of blobs per transaction: few enough that no request waits long for it. */
const batch = 50;

/** The number of files removed concurrently, because each removal waits for its folder to be synced. */
const together = 8;

/**
 * Every step can be repeated after a crash. Returns the number of removed blobs, when none are left, a backup holds
 * them, or `stop` is aborted.
 */
export async function collectBlobs(
  { [writable]: catalog, blobs, blobGrace }: Larder,
  stop?: AbortSignal,
): Promise<number> {
  let removed = 0;
  const until = new Date(Date.now() - blobGrace);
  for (;;) {
    if (stop?.aborted) return removed;
    const unreferenced = await catalog.blobs.unreferenced(batch, until);
    if (unreferenced.length === 0) return removed;
    const abandoned = await catalog.blobs.abandon(unreferenced, until);
    // The blobs stay in the list. The hold is checked after `abandon`, see `isHeld`.
    if (abandoned.length > 0 && (await blobs.isHeld())) return removed;
    const gone: string[] = [];
    await eachConcurrently(abandoned, together, async (location) => {
      if (stop?.aborted) return;
      await blobs.remove(location);
      gone.push(location);
    });
    await catalog.blobs.forget(gone);
    removed += gone.length;
    if (unreferenced.length < batch) return removed;
  }
}
