/** A SQLite dialect for Kysely on `node:sqlite`, which Kysely does not support itself. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely';
import { noteCommit } from './commits.ts';
import type { WriteAheadLog } from './log.ts';
import { createStatementCache } from './statement-cache.ts';
import { retryWhileLocked } from './retry-while-locked.ts';

/**
 * Creates a dialect with one connection, which transactions and queries use one after the other. A connection that
 * writes to a file needs its log.
 */
export function createSqliteDialect(
  open: () => Promise<DatabaseSync>,
  openLog?: (database: DatabaseSync) => WriteAheadLog,
): Dialect {
  return {
    createDriver: () => new SqliteDriver(open, openLog),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new TransactionalSqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** Migrations run in a transaction, so a crash leaves all or none of them, and a second server waits for the first. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): true {
    return true;
  }
}

class SqliteDriver implements Driver {
  readonly #open: () => Promise<DatabaseSync>;
  readonly #openLog: ((database: DatabaseSync) => WriteAheadLog) | undefined;
  #connection: SqliteConnection | undefined;

  constructor(open: () => Promise<DatabaseSync>, openLog: ((database: DatabaseSync) => WriteAheadLog) | undefined) {
    this.#open = open;
    this.#openLog = openLog;
  }

  async init(): Promise<void> {
    const database = await this.#open();
    this.#connection = new SqliteConnection(database, this.#openLog?.(database));
  }

  async acquireConnection(): Promise<SqliteConnection> {
    if (this.#connection === undefined) throw new Error('The database is not open.');
    return this.#connection;
  }

  async beginTransaction(connection: SqliteConnection, settings: TransactionSettings): Promise<void> {
    // A failed rollback has left a transaction open, which would never end.
    if (connection.inTransaction) await connection.run('rollback');
    await connection.log?.ready();
    // Takes the write lock immediately: a transaction that reads first and writes later could fail half-way.
    await connection.run(settings.accessMode === 'read only' ? 'begin' : 'begin immediate');
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await connection.run('commit');
    noteCommit();
    await connection.log?.sync();
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    // SQLite rolls back itself on some errors, such as a full disk; a second rollback would hide the first error.
    if (connection.inTransaction) await connection.run('rollback');
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    await this.#connection?.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  /** Undefined for connections that only read, and for databases in memory. */
  readonly log: WriteAheadLog | undefined;
  readonly #database: DatabaseSync;
  readonly #statement: ReturnType<typeof createStatementCache>;

  constructor(database: DatabaseSync, log: WriteAheadLog | undefined) {
    this.log = log;
    this.#database = database;
    this.#statement = createStatementCache(database);
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.log === undefined || this.inTransaction) return await this.run<Row>(query.sql, query.parameters);
    await this.log.ready();
    const result = await this.run<Row>(query.sql, query.parameters);
    await this.log.sync();
    return result;
  }

  /** Waits for other connections only before a transaction; inside, it has the lock. */
  async run<Row>(sql: string, parameters: readonly unknown[] = []): Promise<QueryResult<Row>> {
    return this.inTransaction
      ? this.#run(sql, parameters)
      : await retryWhileLocked(() => this.#run<Row>(sql, parameters));
  }

  #run<Row>(sql: string, parameters: readonly unknown[]): QueryResult<Row> {
    const { statement, repliesRows } = this.#statement(sql);
    // The tables have only numbers, strings and null, so all parameters are of these types.
    const values = parameters as readonly SQLInputValue[];
    // Kysely derives the type of the rows from the query.
    if (repliesRows) return { rows: statement.all(...values) as Row[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) };
  }

  streamQuery(): never {
    throw new Error('Streams are not supported, because they would hold the only connection. Read in pages.');
  }

  async close(): Promise<void> {
    await this.log?.close();
    this.#database.close();
  }
}
