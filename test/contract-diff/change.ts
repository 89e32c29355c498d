/** A small change to the book shop, with the expected result of the comparison. */
export interface Change {
  readonly name: string;
  /** The keys that lead to the place, separated by spaces; a missing place is added. */
  readonly at: string;
  /** The new value at the place; undefined to remove it. */
  readonly to: unknown;
  /**
   * The complete expected result: whether the change breaks clients, the direction of the bytes, and the difference.
   */
  readonly says: readonly string[];
}
