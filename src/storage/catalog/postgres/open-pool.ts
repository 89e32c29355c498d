import { Pool, types } from 'pg';
import type { PoolClient, PoolConfig } from 'pg';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { fromStored, toStored } from './any-text.ts';
import { isBroken, toCatalogError } from './postgres-errors.ts';

const LIMITS = {
  /** Enough to keep a database busy; several servers still fit into the 100 connections that PostgreSQL allows. */
  max: 10,
  /** Also the longest wait for one of the pool's connections. */
  connectionTimeoutMillis: 5000,
  idleTimeoutMillis: 30_000,
  statement_timeout: 30_000,
  /** Later than the server's own timeout, for a server that cannot even tell that it timed out. */
  query_timeout: 35_000,
  /** So that the locks of a server that hangs do not stop all others. */
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
  application_name: 'larder',
} satisfies PoolConfig;

/** Opens a pool of connections, each when it is needed. What fails because of a connection is `CatalogUnavailable`. */
export function openPool(url: string): PostgresPool {
  const pool = new Pool({ ...LIMITS, connectionString: url, types: { getTypeParser } });
  // An idle connection that is lost leaves the pool by itself; the next query opens another one.
  pool.on('error', () => undefined);
  // One that is lost between the queries of a transaction tells so with the next of them.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      try {
        return watched(await pool.connect());
      } catch (error) {
        throw toCatalogError(error);
      }
    },
  };
}

/** A connection that is not given back to the pool once it is broken. */
function watched(client: PoolClient): PostgresPoolClient {
  let broken = false;
  function query<Row>(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query(statement: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof statement !== 'string') throw new Error('A stream would hold a connection; read in pages.');
    return client.query(statement, parameters.map(toStored)).catch((error: unknown) => {
      broken ||= isBroken(error);
      throw toCatalogError(error);
    });
  }
  return { query, release: (destroy = false) => client.release(destroy || broken) };
}

const INT8 = 20;
const TEXT = 25;

/** For our connections only. Revisions and sizes stay far below 2^53. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  switch (oid) {
    case INT8:
      return Number;
    case TEXT:
      return fromStored;
    default:
      return types.getTypeParser(oid, format);
  }
}
