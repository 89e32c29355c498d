/** Bounded parallelism. */

/** Runs `work` on every item, on at most `jobs` concurrently. Rejects if one rejects; running ones continue. */
export async function inParallel<Item>(
  items: readonly Item[],
  jobs: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  // All workers take from one iterator.
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, worker));
}
