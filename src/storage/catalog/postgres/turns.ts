/** Turns of servers that share a database: advisory locks, which end with their session. */
import { sql } from 'kysely';
import type { BeginTurn, Database } from '../transaction.ts';

/** `db` has one connection, so that a turn is ended by the session that began it. */
export function createTurns(db: Database): BeginTurn {
  return async (name) => {
    // Names with the same hash share a turn, which only costs a wait.
    const key = sql`hashtextextended(${`larder ${name}`}, 0)`;
    const { rows } = await sql<{ isOurs: boolean }>`select pg_try_advisory_lock(${key}) as "isOurs"`.execute(db);
    if (rows[0]?.isOurs !== true) return undefined;
    return async () => {
      try {
        await sql`select pg_advisory_unlock(${key})`.execute(db);
      } catch {
        // The connection is lost, and the lock with it.
      }
    };
  };
}
