/** A difference of two descriptions, and whether it breaks clients. */

export interface Difference {
  /** The location, such as `listPackages/parameters/per_page/schema/maximum` or `schemas/Package/required`. */
  readonly place: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** The directions of the bytes: both for a schema of requests and responses, none for an operation. */
  readonly directions: readonly Direction[];
  readonly severity: Severity;
  /** The reasons why it breaks clients; empty if it does not. */
  readonly reasons: readonly string[];
}

export type Direction = 'request' | 'answer';

/** `breaking` if a client of the older description may fail with the newer one; `words` if only a text differs. */
export type Severity = 'breaking' | 'compatible' | 'words';
