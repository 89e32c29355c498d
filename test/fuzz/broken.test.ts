/** What breaks a rule of the contract is refused as described, rule by rule: a short run of `npm run fuzz`. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenRules } from './broken-drafts.ts';
import { ruleProperty } from './properties.ts';
import { subjects } from './subjects.ts';
import { useWorld } from './use-world.ts';

const world = useWorld();

test.each(subjects)('$id', async (subject) => {
  const failures: string[] = [];
  for (const rule of brokenRules(subject)) {
    const { failed, errorInstance } = await fc.check(ruleProperty(world(), subject, rule), { seed: 6, numRuns: 1 });
    if (failed) failures.push(`${rule.name}: ${String(errorInstance)}`);
  }
  expect(failures).toEqual([]);
});
