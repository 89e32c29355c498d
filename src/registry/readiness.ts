/** Checks that the database and the blob store can be used. */
import { memoizeBy } from '../contract/memoize-by.ts';
import { Failure } from '../model/failure.ts';
import type { Larder } from './larder.ts';

/** Throws `unavailable` if the database or the blob store cannot be used. */
export function checkReadiness(larder: Larder): Promise<void> {
  return verdictOf(larder)();
}

/** In milliseconds. */
const valid = 1000;

/**
 * A check writes a file and needs no credentials, so it is rate-limited: concurrent requests share a check, and a
 * success is cached for a second. A failure is not cached, so that a server is ready as soon as its storage is.
 */
const verdictOf = memoizeBy((larder: Larder): (() => Promise<void>) => {
  let verdict: Promise<void> | undefined;
  let validUntil = Infinity;
  return () => {
    if (verdict === undefined || performance.now() > validUntil) {
      validUntil = Infinity;
      verdict = check(larder).then(
        () => void (validUntil = performance.now() + valid),
        (error: unknown) => {
          verdict = undefined;
          throw error;
        },
      );
    }
    return verdict;
  };
});

async function check({ catalog, blobs }: Larder): Promise<void> {
  await Promise.all([
    catalog.check().catch(unavailable('The database does not respond. Try again in a moment.')),
    blobs.check().catch(unavailable('The blob store does not respond. Try again in a moment.')),
  ]);
}

function unavailable(detail: string): (cause: unknown) => never {
  return (cause) => {
    throw new Failure('unavailable', detail, { cause });
  };
}
