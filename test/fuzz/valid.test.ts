/** A request that the contract allows gets a described response and no failure: a short run of `npm run fuzz`. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { effort, isLong, timeout } from './effort.ts';
import { validProperty } from './properties.ts';
import { subjects } from './subjects.ts';
import { useWorld } from './use-world.ts';

const world = useWorld();

test.each(subjects)('$id', { timeout }, async (subject) => {
  const statuses: number[] = [];
  const heard = (status: number): void => void statuses.push(status);
  const granted = (): boolean => statuses.some((status) => status < 400);
  // Requests for missing things would prove little. If an operation never succeeds, create its things in
  // `test/fuzz/things.ts`.
  for (let seed = 6; seed < 16 && !granted() && (!isLong || seed === 6); seed += 1) {
    await fc.assert(validProperty(world(), subject, heard), effort({ seed, numRuns: 10 }));
  }
  expect(granted(), `statuses: ${statuses.join()}`).toBe(true);
});
