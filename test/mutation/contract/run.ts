/** Makes mutants of the contract, some or all, and sees who notices each. */
import { chanceFrom } from '../../torture/chance.ts';
import type { Judged } from '../score.ts';
import { readBundles } from './bundles.ts';
import { lint } from './lint.ts';
import { mutantsOf, type ContractMutant } from './mutants.ts';
import { noticeOf, testAndRecord } from './notice.ts';
import { makeWorkingCopy } from './working-copy.ts';

export interface Options {
  /** How many of the mutants; undefined for all. */
  readonly sample: number | undefined;
  readonly seed: string;
  readonly report: (line: string) => void;
}

/** How many mutants compile and run at a time. */
const lanes = 2;

/** Throws when lint, compiler or tests have something to say without any mutant: then they would prove nothing. */
export async function judgeContract({ sample, seed, report }: Options): Promise<Judged[]> {
  const sound = await readBundles();
  const all = mutantsOf(sound);
  const mutants = sample === undefined ? all : sampleOf(all, sample, seed);
  report(`${mutants.length} of ${all.length} mutants of the contract`);
  const byLint = await lintAll(mutants, report);
  await using stack = new AsyncDisposableStack();
  const copies = await Promise.all(Array.from({ length: lanes }, async () => stack.use(await makeWorkingCopy())));
  // In each of them: what fails there in any case would pass for a notice.
  const before = await Promise.all(
    copies.map(async (copy) => {
      await copy.write(sound);
      const { failure, reached } = await testAndRecord(copy);
      if (failure !== undefined) throw new Error(`Without any mutant, this fails: ${failure}`);
      return { copy, reached };
    }),
  );
  const judged = byLint.filter(({ by }) => by !== undefined);
  const rest = mutants.filter((_, index) => byLint[index]?.by === undefined).values();
  // The lanes share one iterator, so that each takes what is next.
  await Promise.all(
    before.map(async ({ copy, reached }) => {
      for (const mutant of rest) {
        const notice = await noticeOf(copy, sound, mutant, reached);
        judged.push({ kind: mutant.kind, title: mutant.title, by: notice?.by });
        report(`${judged.length}/${mutants.length} ${mutant.kind}, ${mutant.title}: ${textOf(notice)}`);
      }
    }),
  );
  return judged;
}

function textOf(notice: { readonly by: string; readonly says: string } | undefined): string {
  return notice === undefined ? 'NOT NOTICED' : `${notice.by}, ${notice.says}`;
}

/** Few enough at a time that their files are no burden. */
const atATime = 200;

async function lintAll(mutants: readonly ContractMutant[], report: Options['report']): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (let start = 0; start < mutants.length; start += atATime) {
    const some = mutants.slice(start, start + atATime);
    const [none = [], ...broken] = await lint([await readBundles(), ...some.map(({ bundles }) => bundles)]);
    if (none.length > 0) throw new Error(`Without any mutant, the linter objects: ${none.join(', ')}`);
    judged.push(
      ...some.map(({ kind, title }, index) => ({ kind, title, by: broken[index]?.length ? 'lint' : undefined })),
    );
    report(`${judged.length}/${mutants.length} linted`);
  }
  return judged;
}

/** Each is as likely as any other, so that the share of those which are noticed is that of all. */
function sampleOf<Item>(items: readonly Item[], size: number, seed: string): Item[] {
  const chance = chanceFrom(seed);
  const drawn = items.map((item) => ({ item, rank: chance.next() })).toSorted((one, other) => one.rank - other.rank);
  return drawn.slice(0, size).map(({ item }) => item);
}
