/** Summarizes the samples of a line: medians, ratios, and whether they meet the target. */
import type { Sample } from './rounds.ts';
import type { Line } from './row.ts';

export interface Summary {
  readonly ours: number;
  /** Undefined without a peer. */
  readonly theirs: number | undefined;
  /** The ratio of each round; empty without a peer, or if the target is for our figure alone. */
  readonly ratios: readonly number[];
  /** The median of the ratios. */
  readonly ratio: number | undefined;
  /** The median of the same ratios of processor time. */
  readonly cpuRatio: number | undefined;
  /** Whether the figure meets the target; undefined without such a target. */
  readonly required: boolean | undefined;
  readonly aim: boolean | undefined;
}

export function summarize({ unit, ours, theirs, target, worst = false }: Line): Summary {
  const overall = (samples: readonly Sample[]): number | undefined => {
    const values = samples.map(({ value }) => value);
    return worst ? Math.max(...values) : median(values);
  };
  const isSlowdown = target?.of === 'slowdown';
  const isRate = unit.endsWith('/s');
  const peers = target?.of === 'ours' ? [] : theirs;
  const ratios = pairs(ours, peers, ({ value }) => value).map(([a, b]) => (isRate === isSlowdown ? b / a : a / b));
  const cpuRatios = pairs(ours, peers, ({ cpu }) => cpu).map(([a, b]) => (isSlowdown ? a / b : b / a));
  const own = overall(ours) ?? NaN;
  const ratio = median(ratios);
  const figure = target?.of === 'ours' ? own : ratio;
  const meets = (bound: number | undefined): boolean | undefined => {
    if (bound === undefined || figure === undefined) return undefined;
    return target?.of === 'ratio' ? figure >= bound : figure <= bound;
  };
  return {
    ours: own,
    theirs: theirs.length > 0 ? overall(theirs) : undefined,
    ratios,
    ratio,
    cpuRatio: median(cpuRatios),
    required: meets(target?.required),
    aim: meets(target?.aim),
  };
}

/** Returns undefined if there are no values. */
function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? undefined : (lower + upper) / 2;
}

/** Returns the figures of each round, which both sides measured under the same conditions. */
function pairs(
  ours: readonly Sample[],
  theirs: readonly Sample[],
  figureOf: (sample: Sample) => number | undefined,
): (readonly [ours: number, theirs: number])[] {
  return ours.flatMap((sample, round) => {
    const other = theirs[round];
    const [a, b] = [figureOf(sample), other && figureOf(other)];
    // A load can be too short for the clock of the processor time.
    return a && b ? [[a, b] as const] : [];
  });
}
