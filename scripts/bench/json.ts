/** The raw figures, for whoever wants to compare or to check the arithmetic. */
import { judge } from './judge.ts';
import type { Machine } from './machine.ts';
import type { Options } from './options.ts';
import type { Result } from './report.ts';

export function asJson(results: readonly Result[], machine: Machine, { quick, rounds, seconds }: Options): string {
  const rows = results.map(({ row, lines, notRun }) => ({
    id: row.id,
    title: row.title,
    ...(notRun !== undefined && { notRun }),
    ...(quick && row.quickly !== undefined && { reduced: row.quickly }),
    lines: lines.map((line) => ({ ...line, verdict: judge(line) })),
  }));
  return `${JSON.stringify({ machine, quick, rounds, seconds, rows }, null, 2)}\n`;
}
