/**
 * `npm run contract:mutants -- [--sample N] [--seed S]`: breaks the contract in small ways, one at a time, in a copy of
 * the project, and counts what catches each: lint rules, compiler, tests, matrix, or only the comparison with the contract
 * before. Without `--sample`, all mutants. Lists the survivors, and exits with 1 if more than 5 % survive.
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { compareBundles } from '../../openapi/diff/compare-bundles.ts';
import { cellsOf, keysOf } from '../matrix/cells.ts';
import { chanceFrom } from '../torture/chance.ts';
import { readBundles } from './bundles.ts';
import { mutantsOf, type ContractMutant } from './mutants.ts';
import { makeWorkingCopy } from './working-copy.ts';

const { values } = parseArgs({
  options: { sample: { type: 'string' }, seed: { type: 'string', default: randomBytes(4).toString('hex') } },
});
const mostSurvivors = 0.05;

const sound = await readBundles();
const all = mutantsOf(sound);
const mutants = values.sample === undefined ? all : sampleOf(all, Number(values.sample), values.seed);
console.log(`${mutants.length} of ${all.length} mutants of the contract, seed ${values.seed}`);

await using copy = await makeWorkingCopy();
await copy.write(sound);
const before = await copy.test();
// A check that fails in any case would count as a catch.
const failure = (await copy.lint()) ?? (await copy.compile()) ?? before.failure;
if (failure !== undefined) throw new Error(`Without any mutant, this fails: ${failure}`);

const catches = new Map<string, number>();
const survivors: string[] = [];
for (const [index, mutant] of mutants.entries()) {
  const { by, reason } = (await catchOf(mutant)) ?? { by: 'nothing', reason: 'SURVIVED' };
  catches.set(by, (catches.get(by) ?? 0) + 1);
  if (by === 'nothing') survivors.push(`${mutant.kind}, ${mutant.title}`);
  console.log(`${index + 1}/${mutants.length} ${mutant.kind}, ${mutant.title}: ${by}, ${reason}`);
}
for (const [by, count] of catches) console.log(`${by.padEnd(12)}${count}`);
for (const survivor of survivors) console.log(`survived: ${survivor}`);
if (survivors.length > mostSurvivors * mutants.length) process.exitCode = 1;

async function catchOf({ bundles }: ContractMutant): Promise<{ by: string; reason: string } | undefined> {
  try {
    const rejected = await copy.write(bundles).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    if (rejected !== undefined) return { by: 'generation', reason: rejected };
    const linted = await copy.lint();
    if (linted !== undefined) return { by: 'lint', reason: linted };
    const compiled = await copy.compile();
    if (compiled !== undefined) return { by: 'compiler', reason: compiled };
    const { failure: failed, reached } = await copy.test();
    if (failed !== undefined) return { by: 'tests', reason: failed };
    const known = new Set(keysOf(cellsOf([...sound.values()])));
    const cells = keysOf(cellsOf([...new Map([...sound, ...bundles]).values()]));
    const lost = cells.find((key) => !reached.has(key) && (before.reached.has(key) || !known.has(key)));
    if (lost !== undefined) return { by: 'matrix', reason: lost };
    const differences = await compareBundles(Object.fromEntries(originals(bundles)), Object.fromEntries(bundles));
    const broken = differences.find(({ severity }) => severity === 'breaking');
    return broken && { by: 'diff', reason: broken.place };
  } finally {
    await copy.write(originals(bundles));
  }
}

function originals(bundles: ContractMutant['bundles']): ContractMutant['bundles'] {
  return new Map([...sound].filter(([name]) => bundles.has(name)));
}

function sampleOf<Item>(items: readonly Item[], size: number, seed: string): Item[] {
  if (!(Number.isSafeInteger(size) && size > 0)) throw new Error('--sample must be a whole number, 1 or greater.');
  const chance = chanceFrom(seed);
  const drawn = items.map((item) => ({ item, rank: chance.next() })).toSorted((one, other) => one.rank - other.rank);
  return drawn.slice(0, size).map(({ item }) => item);
}
