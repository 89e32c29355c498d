/** Few enough values for one statement: SQLite allows 32,766 parameters, PostgreSQL 65,535, and a row has up to 8. */
const VALUES_AT_A_TIME = 500;

export function* inBatches<Value>(values: readonly Value[]): Generator<Value[]> {
  for (let start = 0; start < values.length; start += VALUES_AT_A_TIME)
    yield values.slice(start, start + VALUES_AT_A_TIME);
}
