import { Pool, types } from 'pg';
import type { PoolClient, PoolConfig } from 'pg';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { fromStored, toStored } from './any-text.ts';
import { isBroken, toCatalogError } from './postgres-errors.ts';

const LIMITS = {
  /**
   * Enough to keep a database busy, while several servers fit into the 100 connections that PostgreSQL allows by
   * default.
   */
  max: 10,
  /** Also the maximum wait for a connection of the pool. */
  connectionTimeoutMillis: 5000,
  idleTimeoutMillis: 30_000,
  statement_timeout: 30_000,
  /** Later than the server's own timeout, in case the server cannot report it. */
  query_timeout: 35_000,
  /** Ends the transactions of a server that hangs, so that its locks do not stop the others. */
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
  application_name: 'larder',
} satisfies PoolConfig;

/** For migrations: a statement may change every row of a large table, and other servers wait until it has. */
export const withoutTimeLimits = { statement_timeout: 0, query_timeout: 0 } satisfies PoolConfig;

/** For what belongs to the session: it is opened on demand, and then kept. */
export const oneConnection = { max: 1, idleTimeoutMillis: 0 } satisfies PoolConfig;

/** Opens a pool of connections, each on demand. Failures of connections are `CatalogUnavailable`. */
export function openPool(url: string, limits: PoolConfig = {}): PostgresPool {
  const pool = new Pool({ ...LIMITS, ...limits, connectionString: url, types: { getTypeParser } });
  // The pool removes a lost idle connection; the next query opens another one.
  pool.on('error', () => undefined);
  // If a connection is lost between the queries of a transaction, the next query fails.
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

/** A connection that is not returned to the pool if it is broken. */
function watched(client: PoolClient): PostgresPoolClient {
  let broken = false;
  function query<Row>(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query(statement: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof statement !== 'string')
      throw new Error('Streams are not supported, because they would hold a connection. Read in pages.');
    return client.query(statement, parameters.map(toStored)).catch((error: unknown) => {
      broken ||= isBroken(error);
      throw toCatalogError(error);
    });
  }
  return { query, release: (destroy = false) => client.release(destroy || broken) };
}

const INT8 = 20;
const TEXT = 25;

/** Only for these connections. Revisions and sizes are far below 2^53. */
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
