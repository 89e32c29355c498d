import { setImmediate as nextTurn } from 'node:timers/promises';

/** So few that reading them takes some milliseconds. */
export const ROWS_AT_A_TIME = 500;

/**
 * Reads rows in the order of their ids. `read` is called with the id after which a page begins, and returns at most
 * `ROWS_AT_A_TIME` rows. SQLite reads on this thread, so everything else gets a turn between two pages.
 */
export async function* readInPages<Row extends { readonly id: string }>(
  read: (after: string) => Promise<readonly Row[]>,
  after = '',
): AsyncGenerator<Row> {
  for (let last: string | undefined = after; last !== undefined;) {
    const rows: readonly Row[] = await read(last);
    yield* rows;
    last = rows.length < ROWS_AT_A_TIME ? undefined : rows.at(-1)?.id;
    if (last !== undefined) await nextTurn();
  }
}
