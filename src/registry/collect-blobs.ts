/** Removes the bytes that nothing points to any more. */
import { eachConcurrently } from './each-concurrently.ts';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/** So many blobs share a transaction: few enough that nobody waits long for it. */
const batch = 50;

/** So many files are removed concurrently, which is what a disk that syncs each folder needs. */
const together = 8;

/**
 * Every step can be repeated after a crash. Returns how many blobs went until there were none, until a backup held them,
 * or until `stop` was aborted.
 */
export async function collectBlobs({ [writable]: catalog, blobs }: Larder, stop?: AbortSignal): Promise<number> {
  let removed = 0;
  for (;;) {
    if (stop?.aborted) return removed;
    const unreferenced = await catalog.blobs.unreferenced(batch);
    if (unreferenced.length === 0) return removed;
    const abandoned = await catalog.blobs.abandon(unreferenced);
    // They stay on the list. Checked after `abandon`, see `isHeld`.
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
