import { setTimeout as delay } from 'node:timers/promises';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

/**
 * Repeats a transaction after a serialization failure or deadlock in PostgreSQL. All transactions lock in one order, so
 * this should not happen, but a rare retry is better than an error. It never happens in SQLite.
 */
export async function retryOnSerializationFailure<Result>(work: () => Promise<Result>, attempts = 5): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !isTakenBack(error)) throw error;
    }
    await delay(Math.random() * 20 * attempt);
  }
}

function isTakenBack(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK_DETECTED)) return true;
  return isTakenBack(error.cause);
}
