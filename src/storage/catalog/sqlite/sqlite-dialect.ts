/** A SQLite dialect for Kysely on `node:sqlite`, which Kysely does not support itself. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely';
import { noteCommit } from './commits.ts';
import { createStatementCache } from './statement-cache.ts';
import { retryWhileLocked } from './retry-while-locked.ts';

/** Creates a dialect with one connection, which transactions and queries use one after the other. */
export function createSqliteDialect(open: () => Promise<DatabaseSync>): Dialect {
  return {
    createDriver: () => new SqliteDriver(open),
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
  #connection: SqliteConnection | undefined;

  constructor(open: () => Promise<DatabaseSync>) {
    this.#open = open;
  }

  async init(): Promise<void> {
    this.#connection = new SqliteConnection(await this.#open());
  }

  async acquireConnection(): Promise<SqliteConnection> {
    if (this.#connection === undefined) throw new Error('The database is not open.');
    return this.#connection;
  }

  async beginTransaction(connection: SqliteConnection, settings: TransactionSettings): Promise<void> {
    // A failed rollback has left a transaction open, which would never end.
    if (connection.inTransaction) await connection.run('rollback');
    // Takes the write lock immediately: a transaction that reads first and writes later could fail half-way.
    await connection.run(settings.accessMode === 'read only' ? 'begin' : 'begin immediate');
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await connection.run('commit');
    noteCommit();
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    // SQLite rolls back itself on some errors, such as a full disk; a second rollback would hide the first error.
    if (connection.inTransaction) await connection.run('rollback');
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#connection?.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statement: ReturnType<typeof createStatementCache>;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#statement = createStatementCache(database);
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return await this.run<Row>(query.sql, query.parameters);
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

  close(): void {
    this.#database.close();
  }
}
