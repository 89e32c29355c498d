/** The one order in which bytes and records come together so that a crash between any two lines is harmless. */
import type { StagedBlob } from './blob-store.ts';
import { storageFailureOf } from './failures.ts';

/** The outcome of a change of the catalog, with the locations that it adopted if it took over some. */
interface Change {
  readonly adopted?: ReadonlySet<string>;
  readonly outcome?: string;
  readonly stored?: boolean;
}

/**
 * Makes the blobs durable, changes the catalog once, and returns the outcome of that. Settles the blobs that the change
 * adopted, and discards the others. Rejects if the change does: then the blobs are left to a sweep, which asks the
 * catalog, since the change may have been made and only its response lost.
 */
export async function commit<Outcome extends Change>(
  blobs: readonly StagedBlob[],
  change: () => Promise<Outcome>,
): Promise<Outcome> {
  for (const blob of blobs) await blob.keep();
  const outcome = await change().catch((error: unknown) => {
    // A change that found no room was not made; to leave its bytes would fill the disk with every further attempt.
    if (storageFailureOf(error) !== 'full') for (const blob of blobs) blob.leave();
    throw error;
  });
  const isAdopted = ({ location }: StagedBlob): boolean => outcome.adopted?.has(location) === true;
  await Promise.all(blobs.map((blob) => (isAdopted(blob) ? blob.settle() : blob.discard())));
  return outcome;
}
