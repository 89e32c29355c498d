/** Removes the bytes that nothing points to any more. */
import type { Larder } from './larder.ts';

/** Every step can be repeated after a crash. Answers how many blobs went. */
export async function collectBlobs({ catalog, blobs }: Larder): Promise<number> {
  let removed = 0;
  for (;;) {
    const locations = await catalog.blobs.released(batch);
    for (const location of locations) {
      if (!(await catalog.blobs.abandon(location))) continue;
      await blobs.remove(location);
      await catalog.blobs.forget(location);
      removed += 1;
    }
    if (locations.length < batch) return removed;
  }
}

const batch = 100;
