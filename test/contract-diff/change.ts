/** A small change to the book shop, and what a comparison must say of it. */
export interface Change {
  readonly name: string;
  /** Where, as the keys that lead there, with spaces between them; what was not there is added. */
  readonly at: string;
  /** What stands there afterwards; undefined when it is gone. */
  readonly to: unknown;
  /** All that must be said: whether it breaks, which way the bytes go, and what is different there. */
  readonly says: readonly string[];
}
