import { setTimeout as delay } from 'node:timers/promises';

/**
 * Repeats `work` while another connection holds the lock it needs. The waiting is ours rather than SQLite's, whose
 * busy_timeout would block the event loop, and with it the very transaction of this process that it waits for.
 */
export async function retryWhileLocked<Result>(work: () => Result, patienceMs = 30_000): Promise<Result> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
    }
    // At random, so that several waiting servers do not keep step with each other.
    await delay(1 + Math.random() * 9);
  }
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return false;
  // The low byte is the primary code; the rest tells kinds of it apart.
  return (error.errcode & 0xff) === SQLITE_BUSY;
}
