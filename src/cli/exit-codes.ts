/** What the exit codes of `larder` mean. They are written down here only: the help prints this table. */

const table = {
  done: [0, 'done'],
  failed: [1, 'refused or failed; of several files, at least one'],
  usage: [2, 'the command line is not right'],
  unreachable: [3, 'no Larder server can be reached there'],
  notAllowed: [4, 'the token is missing, not valid, or lacks a scope'],
  notFound: [5, 'not found, or not to be seen with this token'],
  exists: [6, 'exists already'],
  interrupted: [130, 'interrupted (Ctrl-C)'],
  closedPipe: [141, 'whoever read the output stopped reading'],
} as const satisfies Record<string, readonly [code: number, meaning: string]>;

export type Outcome = keyof typeof table;

export function exitCodeOf(outcome: Outcome): number {
  return table[outcome][0];
}

/** One line for each code. */
export function exitCodeLines(): string {
  return Object.values(table)
    .map(([code, meaning]) => `  ${String(code).padEnd(5)}${meaning}`)
    .join('\n');
}
