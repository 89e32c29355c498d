/**
 * A request that breaks a rule of the contract is rejected as described, for each rule: a short run of `npm run fuzz`.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenRules } from './broken-drafts.ts';
import { effort, timeout } from './effort.ts';
import { ruleProperty } from './properties.ts';
import { subjects } from './subjects.ts';
import { useWorld } from './use-world.ts';

const world = useWorld();

test.each(subjects)('$id', { timeout }, async (subject) => {
  const failures: string[] = [];
  const rules = brokenRules(subject);
  for (const rule of rules) {
    const parameters = effort({ seed: 6, numRuns: 1 }, rules.length);
    const run = await fc.check(ruleProperty(world(), subject, rule), parameters);
    if (run.failed) failures.push(`${rule.name}: ${fc.defaultReportMessage(run)}`);
  }
  expect(failures).toEqual([]);
});
