/**
 * Prepared reads on a separate connection. SQLite needs nearly all of the time of a small read to begin and end its
 * transaction, so the reads of one turn of the event loop share a transaction and its snapshot. Later requests are
 * handled in a later turn, and commits of this process are visible immediately.
 */
import type { CompiledQuery } from 'kysely';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Prepare } from '../transaction.ts';
import { commitsSoFar } from './commits.ts';
import { retryWhileLocked } from './retry-while-locked.ts';

export function createPrepare(database: DatabaseSync): Prepare {
  const atOneMoment = createMoments(database);
  return <Row>({ sql }: CompiledQuery<Row>) => {
    const statement = database.prepare(sql);
    return (parameters) =>
      retryWhileLocked(() => {
        atOneMoment();
        // The tables have only numbers, strings and null; Kysely derived the type of the rows from the query.
        return statement.all(...(parameters as readonly SQLInputValue[])) as Row[];
      });
  };
}

/** Returns a function that puts the connection into a read transaction that is new enough. */
function createMoments(database: DatabaseSync): () => void {
  const [begin, end] = [database.prepare('begin'), database.prepare('commit')];
  let seen: number | undefined;
  const endTurn = (): void => {
    seen = undefined;
    try {
      if (database.isOpen) end.run();
    } catch {
      // The next read tries it again, and tells.
    }
  };
  return () => {
    const commits = commitsSoFar();
    if (seen === commits) return;
    if (seen === undefined) setImmediate(endTurn);
    if (database.isTransaction) end.run();
    begin.run();
    seen = commits;
  };
}
