/** Runs `work` for each item of a stream, for at most `together` items concurrently. Rejects with the first error. */
export async function eachConcurrently<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  together: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const underWay = new Set<Promise<unknown>>();
  for await (const item of items) {
    const working = work(item)
      .catch((error: unknown) => failures.push(error))
      .finally(() => underWay.delete(working));
    underWay.add(working);
    if (underWay.size === together) await Promise.race(underWay);
    if (failures.length > 0) break;
  }
  await Promise.all(underWay);
  if (failures.length > 0) throw failures[0];
}
