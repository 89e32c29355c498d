/** The exit codes of `larder`, as the help prints them. */

const table = {
  done: [0, 'done'],
  failed: [1, 'failed, or rejected by the server; for several files: at least one failed'],
  usage: [2, 'usage error'],
  unreachable: [3, 'no Larder server at this address'],
  notAllowed: [4, 'token missing, invalid or without a required scope'],
  notFound: [5, 'not found, or the token has no access to it'],
  exists: [6, 'already exists'],
  interrupted: [130, 'interrupted (Ctrl-C)'],
  closedPipe: [141, 'standard output was closed by its reader'],
} as const satisfies Record<string, readonly [code: number, meaning: string]>;

export type Outcome = keyof typeof table;

export function exitCodeOf(outcome: Outcome): number {
  return table[outcome][0];
}

/** Returns one line per code. */
export function exitCodeLines(): string {
  return Object.values(table)
    .map(([code, meaning]) => `  ${String(code).padEnd(5)}${meaning}`)
    .join('\n');
}
