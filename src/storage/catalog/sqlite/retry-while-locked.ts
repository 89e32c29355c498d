import { setTimeout as delay } from 'node:timers/promises';

/**
 * Repeats `work` while another connection has the lock that it needs. SQLite's busy_timeout is not used, because it
 * would block the event loop, and with it the transaction of this process that it waits for.
 */
export async function retryWhileLocked<Result>(work: () => Result, patienceMs = 30_000): Promise<Result> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
    }
    // Random, so that several waiting servers do not retry in lockstep.
    await delay(1 + Math.random() * 9);
  }
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return false;
  // The low byte is the primary code.
  return (error.errcode & 0xff) === SQLITE_BUSY;
}
