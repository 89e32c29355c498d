/** Requests that break one rule, each with the response that the contract has for it. */
import { bodyRules } from './body-breakers.ts';
import { parameterRules } from './parameter-breakers.ts';
import { requestRules } from './request-breakers.ts';
import type { Rule } from './rule.ts';
import type { Subject } from './subjects.ts';

/** Every rule that a request to the operation can break. */
export function brokenRules(subject: Subject): Rule[] {
  return [...parameterRules(subject), ...bodyRules(subject), ...requestRules(subject)];
}
