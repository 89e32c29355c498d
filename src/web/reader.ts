import type { Caller } from '../registry/callers.ts';

/** Who reads a page: its caller; undefined if it is anonymous. */
export interface Reader {
  readonly caller: Caller | undefined;
}
