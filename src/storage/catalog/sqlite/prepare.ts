/**
 * Prepared reads on a connection that is for nothing else. Nearly all of what SQLite takes for a small read is to begin
 * and to end it, so the reads of one turn of the event loop share one: they all see the moment of the first of them.
 * A request that is sent later is taken up in a later turn; and what this process itself commits is seen at once.
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
        // The tables' types hold only numbers, strings and null; Kysely chose the rows' type when it built the query.
        return statement.all(...(parameters as readonly SQLInputValue[])) as Row[];
      });
  };
}

/** Gives a function that sees to it that the connection is in a read transaction which is as new as it has to be. */
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
