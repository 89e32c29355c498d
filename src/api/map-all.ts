/** Returns the results of `change` for all items, in order. */
export async function mapAll<Item, Result>(
  items: AsyncIterable<Item>,
  change: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  for await (const item of items) results.push(change(item));
  return results;
}
