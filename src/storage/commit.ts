/** Stores bytes and records together, in an order in which a crash at any point is harmless. */
import type { StagedBlob } from './blob-store.ts';
import { storageFailureOf } from './failures.ts';

/** The outcome of a change of the catalog, with the adopted locations, if any. */
interface Change {
  readonly adopted?: ReadonlySet<string>;
  readonly outcome?: string;
  readonly stored?: boolean;
}

/**
 * Makes the blobs durable, changes the catalog once, and returns the outcome. Settles the blobs that the change
 * adopted, and discards the others. If the change rejects, leaves the blobs to a sweep, which checks the catalog,
 * because the change may have been committed although its response was lost.
 */
export async function commit<Outcome extends Change>(
  blobs: readonly StagedBlob[],
  change: () => Promise<Outcome>,
): Promise<Outcome> {
  for (const blob of blobs) await blob.keep();
  const outcome = await change().catch((error: unknown) => {
    // On a full disk, the change was not made, and leaving its bytes would fill the disk with every attempt.
    if (storageFailureOf(error) !== 'full') for (const blob of blobs) blob.leave();
    throw error;
  });
  const isAdopted = ({ location }: StagedBlob): boolean => outcome.adopted?.has(location) === true;
  await Promise.all(blobs.map((blob) => (isAdopted(blob) ? blob.settle() : blob.discard())));
  return outcome;
}
