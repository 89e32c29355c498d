/** From raw samples to what is compared with the targets. */
import { median } from './median.ts';
import type { Sample } from './rounds.ts';
import type { Line, Unit } from './row.ts';

export interface Verdict {
  readonly ours: number;
  readonly theirs?: number;
  /** How many times as good as theirs; for a slowdown, how many times as long. Medians of the ratios of each round. */
  readonly ratio?: number;
  /** The same of the processor time for one request. */
  readonly cpuRatio?: number;
  /** The ratio of every round. */
  readonly ratios: readonly number[];
  /** Whether the figure is at least as good as it must be, and as it should be; undefined without such a bound. */
  readonly least?: boolean;
  readonly aim?: boolean;
}

export function judge(line: Line): Verdict {
  const { ours, theirs, unit, target } = line;
  const inverted = target?.of === 'slowdown';
  const better = (a: number, b: number): number => (isRate(unit) !== inverted ? a / b : b / a);
  // A bound of its own is for our figure alone; the other side only shows what is usual.
  const ratios = theirs && target?.of !== 'ours' ? paired(ours, theirs, ({ value }) => value, better) : [];
  const cpuRatios =
    theirs && target?.of !== 'ours'
      ? paired(ours, theirs, ({ cpu }) => cpu, inverted ? (a, b) => a / b : (a, b) => b / a)
      : [];
  const ratio = ratios.length > 0 ? median(ratios) : undefined;
  const own = overall(line, ours);
  const judged = target?.of === 'ours' ? own : ratio;
  const holds = (bound: number | undefined): boolean | undefined => {
    if (bound === undefined || judged === undefined) return undefined;
    return target?.of === 'ratio' ? judged >= bound : judged < bound;
  };
  const least = holds(target?.least);
  const aim = holds(target?.aim);
  return {
    ours: own,
    ...(theirs && theirs.length > 0 && { theirs: overall(line, theirs) }),
    ...(ratio !== undefined && { ratio }),
    ...(cpuRatios.length > 0 && { cpuRatio: median(cpuRatios) }),
    ratios,
    ...(least !== undefined && { least }),
    ...(aim !== undefined && { aim }),
  };
}

function overall({ worst = false, unit }: Line, samples: readonly Sample[]): number {
  const values = samples.map(({ value }) => value);
  if (!worst) return median(values);
  return isRate(unit) ? Math.min(...values) : Math.max(...values);
}

function isRate(unit: Unit): boolean {
  return unit.endsWith('/s');
}

/** Both samples of a round saw the same weather. */
function paired(
  ours: readonly Sample[],
  theirs: readonly Sample[],
  read: (sample: Sample) => number | undefined,
  ratio: (a: number, b: number) => number,
): number[] {
  return ours.flatMap((sample, round) => {
    const other = theirs[round];
    const a = read(sample);
    const b = other && read(other);
    return a === undefined || b === undefined || a === 0 || b === 0 ? [] : [ratio(a, b)];
  });
}
