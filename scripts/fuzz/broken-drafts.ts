/** Requests that break one rule, each with the answer that the contract has for it. */
import * as fc from 'fast-check';
import type { Draft } from './drafts.ts';
import { bodyRules } from './body-breakers.ts';
import { parameterRules } from './parameter-breakers.ts';
import { requestRules } from './request-breakers.ts';
import type { Subject } from './subjects.ts';

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

/** Every rule that a request to the operation can break. */
export function brokenRules(subject: Subject): Rule[] {
  return [...parameterRules(subject), ...bodyRules(subject), ...requestRules(subject)];
}
