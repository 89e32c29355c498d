import type { CompiledQuery, Kysely, Transaction } from 'kysely';
import { step } from '../../model/steps.ts';
import type { EndTurn } from '../documents.ts';
import type { Schema } from './schema.ts';
import { retryOnSerializationFailure } from './retry-on-serialization-failure.ts';

/** One or more connections to the catalog's database. */
export type Database = Kysely<Schema>;

/** Prepares a compiled query, which can be run with different values. */
export type Prepare = <Row>(query: CompiledQuery<Row>) => (parameters: readonly unknown[]) => Promise<Row[]>;

/** Begins a turn of this server, unless another one has it. Returns what ends it. */
export type BeginTurn = (name: string) => Promise<EndTurn | undefined>;

/** The connections to the database. They are the same if reads need no separate connection. */
export interface Connections {
  /** Reads while a transaction of `write` is open, and sees everything committed before the read. */
  readonly read: Database;
  readonly write: Database;
  /** For reads that wait neither for a transaction nor for another read. */
  readonly prepare: Prepare;
  readonly beginTurn: BeginTurn;
}

/**
 * Runs `work` in one transaction and returns its result. If `work` calls `undo`, the transaction is rolled back and the
 * argument of `undo` is returned. May run `work` again after a serialization failure.
 *
 * The isolation level is "read committed" because the transactions lock first and read afterwards: each statement must
 * see commits that were made while an earlier one waited for its lock. With "repeatable read", such a wait would fail.
 */
export async function transact<Outcome>(
  db: Database,
  work: (trx: Transaction<Schema>, undo: (outcome: Outcome) => never) => Promise<Outcome>,
): Promise<Outcome> {
  return await step('committed', () => retryOnSerializationFailure(() => attempt(db, work)), asFacts);
}

/** Most outcomes have a name. */
function asFacts(outcome: unknown): { readonly outcome?: unknown } {
  return typeof outcome === 'object' && outcome !== null && 'outcome' in outcome ? { outcome: outcome.outcome } : {};
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

/** Runs several reads on one snapshot. */
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
