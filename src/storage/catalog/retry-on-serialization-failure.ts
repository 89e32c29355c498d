import { setTimeout as delay } from 'node:timers/promises';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

/**
 * Repeats a transaction that PostgreSQL took back in favour of another one. All of ours lock in one order, so that none
 * should ever be; but a rare wait is better than an error, should one be forgotten. SQLite never does this.
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
