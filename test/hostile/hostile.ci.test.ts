/**
 * Hostile packages: files of each ecosystem, taken apart, changed and packed again. Each is accepted or rejected with a
 * reason, and the accepted ones never break the clients of a registry. `LARDER_HOSTILE_CASES` is the number of files of an
 * ecosystem; `LARDER_HOSTILE_SEED` repeats a run.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ecosystems } from '../../src/server/ecosystems.ts';
import { can } from '../ecosystems/recipe.ts';
import { recipes } from '../ecosystems/recipes.ts';
import { memoryGrowth } from '../fixtures/process-memory.ts';
import { processorTime } from '../fixtures/processor-time.ts';
import { useServer } from '../native/watched-server.ts';
import { hostileFiles, type ChangedFile } from './hostile-files.ts';
import { kindsOf } from './kinds.ts';
import { openTarget, type Target } from './target.ts';
import { breakages } from './unbroken.ts';

const server = useServer();

/** In a process of its own, whose memory is measured. */
let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target[Symbol.asyncDispose]());

const { LARDER_HOSTILE_CASES: cases = '2000', LARDER_HOSTILE_SEED: seed } = process.env;
const mebibyte = 1024 * 1024;

/** In milliseconds of the server's processor time, for one file: a busy machine takes longer by the clock. */
const longest = 5000;

/** The ecosystems whose packages are files. */
const builtIn = recipes.filter(({ ecosystem, forms }) => ecosystem in ecosystems && can(forms));

describe.each(builtIn)('$ecosystem', (recipe) => {
  test(
    `${cases} hostile files are accepted or rejected, and break no client`,
    async ({ annotate }) => {
      const usedSeed = Number(seed ?? Math.floor(Math.random() * 2 ** 31));
      await annotate(`LARDER_HOSTILE_SEED=${usedSeed}`);
      const publish = await target.registryOf(recipe.ecosystem);
      const files = await hostileFiles(recipe);
      const accepted: ChangedFile[] = [];
      const rage = (numRuns: number): Promise<void> =>
        fc.assert(
          fc.asyncProperty(files, async (file) => {
            const before = await processorTime(target.pid);
            const { status, detail } = await publish(file);
            expect((await processorTime(target.pid)) - before).toBeLessThan(longest);
            // The version may exist with other bytes: it is looked up after the file was read.
            expect([200, 409, 422]).toContain(status);
            if (status === 422) expect(detail).toMatch(/^.{20,}\.$/su);
            else accepted.push(file);
          }),
          { numRuns, seed: usedSeed },
        );
      // Code that is loaded and compiled once is not growth.
      await rage(100);
      const growth = await memoryGrowth(target.pid, () => rage(Number(cases)));
      await annotate(`${accepted.length} were accepted, and memory grew by ${Math.round(growth / mebibyte)} MiB`);
      expect(growth).toBeLessThan(150 * mebibyte);
      expect(accepted.length).toBeGreaterThan(0);
      const acceptedKinds = new Set(accepted.map(({ origin: { kind } }) => kind));
      // One of thirty changed .dsc files is accepted, so a short run may have none.
      if (Number(cases) >= 1000) for (const { title } of kindsOf(recipe)) expect([...acceptedKinds]).toContain(title);
      expect(await breakages(recipe, server(), accepted)).toEqual([]);
    },
    600_000 + 100 * Number(cases),
  );
});
