/** Formats the results for the terminal. */
import type { Machine } from './machine.ts';
import type { Options } from './options.ts';
import type { Line } from './row.ts';
import { summarize, type Summary } from './summary.ts';

export interface Result {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Line[];
  /** The reason why there are no lines. */
  readonly failure?: string;
}

const headings = ['what', 'ours', 'theirs', 'ratio', 'range', 'CPU', 'required', 'aim', ''] as const;

export function table(results: readonly Result[], machine: Machine, { quick, rounds, seconds }: Options): string {
  const { hardware, versions, loadBefore } = machine;
  const cells = [headings, ...results.flatMap(({ lines }) => lines.map(cellsOf))];
  const widths = headings.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return [
    ...cells.map((line) => padded(line, widths)),
    ...results.flatMap(({ title, failure }) => (failure === undefined ? [] : [`${title} — ${failure}`])),
    '',
    `${hardware}; load average before: ${loadBefore.toFixed(1)}`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    `Medians of ${rounds} rounds in alternating order, ${seconds} s of load each; range: of the ratios of all rounds, or of our figures if there is no ratio.`,
    'CPU: the ratio of the processor time that the servers used for each request. Load and servers share the cores.',
    '✓: reaches the aim; ~: reaches the requirement; ✗: reaches neither.',
    ...(quick ? ['Measured with --quick: not comparable with a full run.'] : []),
  ].join('\n');
}

function cellsOf(line: Line): readonly string[] {
  const { what, against, unit, target, ours: samples } = line;
  const summary = summarize(line);
  const { ours, theirs, ratio, ratios, cpuRatio } = summary;
  const range = ratio === undefined ? samples.map(({ value }) => value) : ratios;
  const bound = (value: number | undefined): string =>
    value === undefined ? '' : target?.of === 'ours' ? `≤ ${value} ${unit}` : `${value}`;
  return [
    against === '' ? what : `${what} : ${against}`,
    `${digits(ours)} ${unit}`,
    theirs === undefined ? '' : `${digits(theirs)} ${unit}`,
    ratio === undefined ? '' : `${digits(ratio)}${target?.of === 'slowdown' ? ' (slower)' : ''}`,
    range.length > 1 ? `${digits(Math.min(...range))}-${digits(Math.max(...range))}` : '',
    cpuRatio === undefined ? '' : digits(cpuRatio),
    bound(target?.required),
    bound(target?.aim),
    sign(summary),
  ];
}

function sign({ required, aim }: Summary): string {
  if (required === undefined && aim === undefined) return '';
  if (required !== false && aim !== false) return '✓';
  return required === true ? '~' : '✗';
}

/** Rounds to three digits, which is the precision of the measurements. */
function digits(value: number): string {
  if (Math.abs(value) >= 1000) return Number(value.toPrecision(3)).toLocaleString('en-GB');
  return value.toPrecision(3).replace(/e.*/, '');
}

function padded(line: readonly string[], widths: readonly number[]): string {
  return line
    .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
    .join('  ')
    .trimEnd();
}
