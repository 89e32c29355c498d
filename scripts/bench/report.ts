/** The table on the terminal. */
import { judge, type Verdict } from './judge.ts';
import type { Machine } from './machine.ts';
import { spread } from './median.ts';
import type { Options } from './options.ts';
import type { Line, Row, Unit } from './row.ts';

/** A row with its lines, or with the reason why it has none. */
export interface Result {
  readonly row: Row;
  readonly lines: readonly Line[];
  readonly notRun?: string;
}

const headings = ['what', 'ours', 'theirs', 'ratio', 'range', 'CPU', 'least', 'aim', ''] as const;

export function table(results: readonly Result[]): string {
  const cells = results.flatMap(({ row, lines, notRun }) =>
    notRun === undefined ? lines.map(cellsOf) : [[`${row.title} — ${notRun}`]],
  );
  const all = [[...headings], ...cells];
  const widths = headings.map((_, column) =>
    Math.max(...all.filter(({ length }) => length > 1).map((line) => line[column]?.length ?? 0)),
  );
  return all.map((line) => padded(line, widths)).join('\n');
}

/** What is not in the table: the machine, what was reduced, and how to read the figures. */
export function remarks(results: readonly Result[], machine: Machine, options: Options): string {
  const { cores, cpu, ram, versions, loadBefore } = machine;
  const notes = results.flatMap(({ lines }) => lines.flatMap(({ note }) => (note === undefined ? [] : [note])));
  const reduced = results.flatMap(({ row }) => (row.quickly === undefined ? [] : [`${row.id}: ${row.quickly}`]));
  return [
    `${cores} cores of ${cpu}, ${ram} GiB, ${machine.system}; load average before: ${loadBefore.toFixed(1)}`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    `${options.rounds} rounds in alternating order, ${options.seconds} s of load each; medians, and of the ratios the range.`,
    '✓: the aim is reached; ~: what it must be at least; ✗: neither.',
    'Load and server share the cores. CPU: the same ratio, of the processor time that the server took for one request.',
    ...(options.quick ? [`Reduced: ${['rounds and seconds', ...reduced].join('; ')}.`] : []),
    ...new Set(notes),
  ].join('\n');
}

function cellsOf(line: Line): string[] {
  const verdict = judge(line);
  const { target, unit } = line;
  const bound = (value: number | undefined): string =>
    value === undefined ? '' : target?.of === 'ours' ? `< ${value} ${unit}` : `${value}`;
  const [least, most] = verdict.ratios.length > 1 ? spread(verdict.ratios) : [];
  return [
    `${line.what}${line.against === '' ? '' : ` : ${line.against}`}`,
    quantity(verdict.ours, unit),
    verdict.theirs === undefined ? '' : quantity(verdict.theirs, unit),
    verdict.ratio === undefined ? '' : `${digits(verdict.ratio)}${target?.of === 'slowdown' ? ' (slower)' : ''}`,
    least === undefined || most === undefined ? '' : `${digits(least)}-${digits(most)}`,
    verdict.cpuRatio === undefined ? '' : digits(verdict.cpuRatio),
    bound(target?.least),
    bound(target?.aim),
    sign(verdict),
  ];
}

/** ✓ when the aim is reached, or the bound where there is no aim; ~ between the two. */
function sign({ least, aim }: Verdict): string {
  if (least === false) return '✗';
  if (aim === false) return least === undefined ? '✗' : '~';
  return least === undefined && aim === undefined ? '' : '✓';
}

function quantity(value: number, unit: Unit): string {
  return `${digits(value)} ${unit}`;
}

/** Three digits say all that these figures can say. */
function digits(value: number): string {
  if (Math.abs(value) >= 1000) return Number(value.toPrecision(3)).toLocaleString('en-GB');
  return value.toPrecision(3).replace(/e.*/, '');
}

function padded(line: readonly string[], widths: readonly number[]): string {
  if (line.length === 1) return line[0] ?? '';
  return line
    .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
    .join('  ')
    .trimEnd();
}
