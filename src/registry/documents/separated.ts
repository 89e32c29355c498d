/** Returns the items with a separator between each two of them; the items alone if there is none. */
export function separated<Item>(items: readonly Item[], separator: Item | undefined): readonly Item[] {
  if (separator === undefined) return items;
  return items.flatMap((item, position) => (position === 0 ? [item] : [separator, item]));
}
