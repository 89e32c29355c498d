/** What two descriptions differ in, and whom it breaks. */

export interface Difference {
  /** Where, such as `listPackages/parameters/per_page/schema/maximum` or `schemas/Package/required`. */
  readonly place: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Which way the bytes go there: both for a schema that is sent and answered, none for an operation itself. */
  readonly directions: readonly Direction[];
  readonly severity: Severity;
  /** Why it breaks clients; empty when it does not. */
  readonly reasons: readonly string[];
}

export type Direction = 'request' | 'answer';

/** `breaking` when a client of the older description may fail with the newer; `words` when only people read it. */
export type Severity = 'breaking' | 'compatible' | 'words';
