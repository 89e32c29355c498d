/** Published packages exist and deleted ones do not, after any sequence of requests: a short run of `npm run fuzz`. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { effort, isLong, timeout } from './effort.ts';
import { sequenceProperty } from './sequences.ts';
import { useWorld } from './use-world.ts';

const world = useWorld();

test('sequences of changes', { timeout }, async () => {
  let requests = 0;
  await fc.assert(
    sequenceProperty(world().target, () => (requests += 1), process.env['LARDER_FUZZ_COMMANDS']),
    effort({ seed: 6, numRuns: 16 }),
  );
  // Sequences in which nothing happens would prove nothing.
  expect(requests).toBeGreaterThan(isLong ? 0 : 200);
});
