/**
 * Who notices a mutant of the contract: the linter, else the compiler, else the tests, else the matrix; or nobody. What
 * only the comparison with the last release notices is told apart: it would have noticed most of the others too.
 */
import type { OpenApiDocument } from '../../../src/contract/description.ts';
import path from 'node:path';
import { compareBundles } from '../../../openapi/diff/compare-bundles.ts';
import { cellsOf, keysOf } from '../../matrix/cells.ts';
import { clearRecord, readRecord } from '../../matrix/record.ts';
import { compile, test } from './tests.ts';
import type { ContractMutant } from './mutants.ts';
import type { WorkingCopy } from './working-copy.ts';

export interface Notice {
  readonly by: 'lint' | 'compiler' | 'tests' | 'matrix' | 'diff only';
  /** What it said, for readers. */
  readonly says: string;
}

type Bundles = ReadonlyMap<string, OpenApiDocument>;

/** What the linter has let pass. `reachedBefore` are the cells that the tests reach without a mutant. */
export async function noticeOf(
  copy: WorkingCopy,
  sound: Bundles,
  mutant: ContractMutant,
  reachedBefore: ReadonlySet<string>,
): Promise<Notice | undefined> {
  const { bundles } = mutant;
  await copy.write(bundles);
  try {
    const compiled = await compile(copy.folder);
    if (compiled !== undefined) return { by: 'compiler', says: compiled };
    const { failure, reached, violations } = await testAndRecord(copy);
    if (failure !== undefined) return { by: 'tests', says: failure };
    const [lost = violations[0]] = lostCells(new Map([...sound, ...bundles]), sound, reached, reachedBefore);
    if (lost !== undefined) return { by: 'matrix', says: lost };
    const broken = await breakingPlace(sound, bundles);
    return broken === undefined ? undefined : { by: 'diff only', says: broken };
  } finally {
    await copy.write(new Map([...sound].filter(([name]) => bundles.has(name))));
  }
}

export interface TestRun {
  readonly failure: string | undefined;
  readonly reached: ReadonlySet<string>;
  readonly violations: readonly string[];
}

export async function testAndRecord({ folder }: WorkingCopy): Promise<TestRun> {
  const record = path.join(folder, 'coverage/contract');
  await clearRecord(record);
  const failure = await test(folder, record);
  return { failure, ...((await readRecord(record)) ?? { reached: new Set(), violations: [] }) };
}

/** Where clients of the contract without the mutant may fail. */
export async function breakingPlace(sound: Bundles, mutated: Bundles): Promise<string | undefined> {
  const base = Object.fromEntries([...sound].filter(([name]) => mutated.has(name)));
  const differences = await compareBundles(base, Object.fromEntries(mutated));
  return differences.find(({ severity }) => severity === 'breaking')?.place;
}

/** Cells that are not reached any more, or are new and not reached. */
function lostCells(
  mutated: Bundles,
  sound: Bundles,
  reached: ReadonlySet<string>,
  reachedBefore: ReadonlySet<string>,
): string[] {
  const known = new Set(keysOf(cellsOf([...sound.values()])));
  const cells = keysOf(cellsOf([...mutated.values()]));
  return cells.filter((key) => !reached.has(key) && (reachedBefore.has(key) || !known.has(key)));
}
