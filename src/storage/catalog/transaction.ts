import type { CompiledQuery, Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';
import { retryOnSerializationFailure } from './retry-on-serialization-failure.ts';

/** One or more connections to the catalog's database. */
export type Database = Kysely<Schema>;

/** Makes a compiled query ready to be asked with other values each time. */
export type Prepare = <Row>(query: CompiledQuery<Row>) => (parameters: readonly unknown[]) => Promise<Row[]>;

/** The ways to the database. Where reads need no connection of their own, all are the same. */
export interface Connections {
  /** Answers while a transaction of `write` is open, and sees what was committed before it was asked. */
  readonly read: Database;
  readonly write: Database;
  /** For reads that wait for nothing: neither for a transaction nor for another read. */
  readonly prepare: Prepare;
}

/**
 * Runs `work` in one transaction that can be given up with an answer: what it hands to `undo` is what the caller gets,
 * and nothing that it wrote stays. May run it again when the database took the transaction back.
 *
 * The isolation is "read committed" because the transactions lock first and ask afterwards: each statement has to see
 * what was committed while an earlier one waited for its lock. "Repeatable read" would make such a wait fail instead.
 */
export async function transact<Outcome>(
  db: Database,
  work: (trx: Transaction<Schema>, undo: (outcome: Outcome) => never) => Promise<Outcome>,
): Promise<Outcome> {
  return await retryOnSerializationFailure(() => attempt(db, work));
}

async function attempt<Outcome>(
  db: Database,
  work: (trx: Transaction<Schema>, undo: (outcome: Outcome) => never) => Promise<Outcome>,
): Promise<Outcome> {
  const given: { up?: { readonly outcome: Outcome } } = {};
  const undo = (outcome: Outcome): never => {
    given.up = { outcome };
    throw new GivenUp();
  };
  try {
    const transaction = db.transaction().setIsolationLevel('read committed');
    return await transaction.execute((trx) => work(trx, undo));
  } catch (error) {
    if (error instanceof GivenUp && given.up !== undefined) return given.up.outcome;
    throw error;
  }
}

/** Runs several reads that all see the same moment. */
export async function readAtOneMoment<Outcome>(
  db: Database,
  work: (trx: Transaction<Schema>) => Promise<Outcome>,
): Promise<Outcome> {
  return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}

/** Makes Kysely roll back. */
class GivenUp extends Error {
  override readonly name = 'GivenUp';
}
