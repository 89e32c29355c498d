/** A rule of the contract that a request can break. */
import type * as fc from 'fast-check';
import type { Draft } from './drafts.ts';

export interface Rule {
  /** Such as `body.scopes maxItems`. */
  readonly name: string;
  readonly drafts: fc.Arbitrary<BrokenDraft>;
}

export interface BrokenDraft {
  readonly draft: Draft;
  readonly status: number;
  /** The problem names one of them; none where it names no places. */
  readonly places: readonly string[];
}
