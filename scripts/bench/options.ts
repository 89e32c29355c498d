/** What can be asked of a bench. */
import { parseArgs } from 'node:util';

export interface Options {
  readonly quick: boolean;
  /** Ids of rows; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly rounds: number;
  readonly seconds: number;
  /** A file for the raw figures. */
  readonly json: string | undefined;
  /** Whether a missed target is a failure. */
  readonly check: boolean;
}

export const usage = `npm run bench -- [options]

  --only ID,ID    these rows only
  --rounds N      how often each side is measured (5; quick: 2)
  --seconds N     how long one load lasts (3; quick: 0.2)
  --quick         less of everything, in under a minute
  --json FILE     raw figures, with the machine
  --check         fail when a figure is below what it must be at least
`;

/** Options that cannot be used; the message says why, and what would be right. */
export class UnusableOptions extends Error {
  override readonly name = 'UnusableOptions';
}

/** `ids` are those of all rows. Throws `UnusableOptions`. */
export function readOptions(args: readonly string[], ids: readonly string[]): Options | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const { quick, check, json } = values;
  const only = values.only?.split(',');
  const unknown = only?.filter((id) => !ids.includes(id)) ?? [];
  if (unknown.length > 0)
    throw new UnusableOptions(`There is no row ${unknown.join(', ')}; there are ${ids.join(', ')}.`);
  return {
    quick,
    check,
    json,
    only,
    rounds: positive('rounds', values.rounds, quick ? 2 : 5, Number.isInteger),
    seconds: positive('seconds', values.seconds, quick ? 0.2 : 3, Number.isFinite),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        quick: { type: 'boolean', default: false },
        json: { type: 'string' },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UnusableOptions(error instanceof Error ? error.message : String(error));
  }
}

function positive(name: string, text: string | undefined, usual: number, fits: (value: number) => boolean): number {
  const value = text === undefined ? usual : Number(text);
  if (fits(value) && value > 0) return value;
  throw new UnusableOptions(`--${name} is ${JSON.stringify(text)}; it must be a number above 0.`);
}
