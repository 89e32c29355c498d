/** The server survives all input: a short run of `npm run fuzz`. */
import * as fc from 'fast-check';
import { test } from 'vitest';
import { effort, timeout } from './effort.ts';
import { rawProperty } from './properties.ts';
import { useWorld } from './use-world.ts';

const world = useWorld();

test('bytes that are nearly HTTP', { timeout }, async () => {
  await fc.assert(rawProperty(world()), effort({ seed: 6, numRuns: 300 }));
});
