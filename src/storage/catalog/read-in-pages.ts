import { setImmediate as nextTurn } from 'node:timers/promises';

/** Few enough that reading them takes a few milliseconds. */
export const ROWS_AT_A_TIME = 500;

/**
 * Yields rows ordered by id. `read` is called with the id before the page, and returns at most `ROWS_AT_A_TIME` rows.
 * SQLite reads on this thread, so requests get a turn between two pages.
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
