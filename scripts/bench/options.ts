/** The options of `npm run bench`. */
import { parseArgs } from 'node:util';

type Rows = readonly { readonly id: string; readonly title: string }[];

export interface Options {
  /** Whether to measure smaller sizes, so that all rows take less than a minute. */
  readonly quick: boolean;
  /** The ids of the measured rows; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly rounds: number;
  /** The duration of each load. */
  readonly seconds: number;
  /** The file for the samples. */
  readonly json: string | undefined;
}

export function usage(rows: Rows): string {
  return `npm run bench -- [options]

  --only ID,ID    measure only these rows
  --rounds N      measure each side N times (default 5; quick: 2)
  --seconds N     the duration of each load (default 3; quick: 0.2)
  --quick         measure smaller sizes, in less than a minute
  --json FILE     write all samples and a description of the machine

Rows:
${rows.map(({ id, title }) => `  ${id.padEnd(14)}  ${title}`).join('\n')}`;
}

/** Returns the options, or a message if they are invalid. */
export function readOptions(args: readonly string[], rows: Rows): Options | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        quick: { type: 'boolean', default: false },
        json: { type: 'string' },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { quick, json } = values;
  const only = values.only?.split(',');
  const unknown = only?.filter((id) => !rows.some((row) => row.id === id)) ?? [];
  if (unknown.length > 0) return `Unknown rows: ${unknown.join(', ')}.`;
  const rounds = Number(values.rounds ?? (quick ? 2 : 5));
  if (!Number.isInteger(rounds) || rounds < 1) return `--rounds must be a positive integer, not "${values.rounds}".`;
  const seconds = Number(values.seconds ?? (quick ? 0.2 : 3));
  if (!(seconds > 0 && seconds < Infinity)) return `--seconds must be a positive number, not "${values.seconds}".`;
  return { quick, only, rounds, seconds, json };
}
