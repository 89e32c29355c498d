/** Pauses of long work, so that requests, which are handled on the same thread, wait only a little. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** In milliseconds: how long work may continue without a pause. */
export const mostWithoutPause = 8;

/**
 * Returns a function that must be called after each step. If the work has continued for long, it returns a promise, for
 * which the work must wait; usually, it returns undefined.
 */
export function createPauses(): () => Promise<void> | undefined {
  let begun = performance.now();
  return () => (performance.now() - begun < mostWithoutPause ? undefined : pause());

  async function pause(): Promise<void> {
    await nextTurn();
    begun = performance.now();
  }
}
