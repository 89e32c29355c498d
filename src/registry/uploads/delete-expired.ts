import type { Larder } from '../larder.ts';
import { writable } from '../writable.ts';

/** The maximum number of uploads per transaction: few enough that no request waits long for it. */
const batch = 100;

/** In milliseconds: the maximum grace for an upload that expires while its file is sent or published. */
const longestGrace = 10 * 60 * 1000;

/** Deletes uploads whose grace is over, until none are left or `stop` is aborted. */
export async function deleteExpiredUploads(
  { [writable]: catalog, uploadLifetime }: Larder,
  stop: AbortSignal,
): Promise<void> {
  const before = new Date(Date.now() - Math.min(uploadLifetime, longestGrace));
  while (!stop.aborted) if ((await catalog.uploads.deleteExpired(before, batch)) === 0) return;
}
