/**
 * `npm run test:mutation [-- --full] [--only contract|code] [--sample N] [--seed S]`: tells small lies in the contract,
 * and makes small mistakes in the code that serves it, and sees whether anybody notices. What would notice any change
 * of the contract, and so says nothing, is left out: the comparison of `generated/` with `openapi/`. What only the
 * comparison with the last release notices is counted by itself. Lists the survivors, and exits with 1 when more survive
 * than may.
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { judgeCode } from './code/run.ts';
import { judgeContract } from './contract/run.ts';
import { scoreOf, tableOf, type Judged } from './score.ts';

interface Part {
  readonly title: string;
  /** The share of the mutants that has to be noticed. */
  readonly bound: number;
  /** How many mutants, or pieces of code, a short run takes. */
  readonly sample: number;
  readonly judge: (sample: number | undefined, seed: string) => Promise<Judged[]>;
}

const parts: Readonly<Record<string, Part>> = {
  contract: {
    title: 'mutants of the contract',
    bound: 0.95,
    sample: 60,
    judge: (sample, seed) => judgeContract({ sample, seed, report: (line) => console.log(line) }),
  },
  code: {
    title: 'mutants of the code',
    bound: 0.85,
    sample: 5,
    judge: (sample, seed) => judgeCode({ sample, seed }),
  },
};

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: randomBytes(4).toString('hex') },
  },
});
const chosen = Object.entries(parts).filter(([name]) => values.only === undefined || name === values.only);
if (chosen.length === 0) throw new Error(`--only is ${values.only}; use one of ${Object.keys(parts).join(', ')}.`);
const asked = values.sample === undefined ? undefined : Number(values.sample);
if (asked !== undefined && !(Number.isSafeInteger(asked) && asked > 0))
  throw new Error(`--sample is ${values.sample}; it must be a whole number above 0.`);

console.log(values.full ? 'All mutants' : `Seed ${values.seed}`);
for (const [, { title, bound, sample, judge }] of chosen) {
  const begun = performance.now();
  const judged = await judge(values.full ? undefined : (asked ?? sample), values.seed);
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  const score = scoreOf(judged);
  console.log(['', ...tableOf(judged)].join('\n'));
  console.log(`${percent(score)} of the ${judged.length} ${title} were noticed, in ${minutes} minutes.`);
  if (score < bound) {
    console.log(`✗ It must be ${percent(bound)} at least.`);
    process.exitCode = 1;
  }
}

function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}
