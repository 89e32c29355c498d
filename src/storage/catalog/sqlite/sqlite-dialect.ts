/** Kysely's SQLite dialect over Node's own `node:sqlite`, which Kysely does not know by itself. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely';
import { noteCommit } from './commits.ts';
import { createStatementCache } from './statement-cache.ts';
import { retryWhileLocked } from './retry-while-locked.ts';

/** A dialect with one connection, which Kysely hands to one transaction or query after the other. */
export function createSqliteDialect(open: () => Promise<DatabaseSync>): Dialect {
  return {
    createDriver: () => new SqliteDriver(open),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new TransactionalSqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** Migrations run in a transaction: a crash leaves all or nothing, and a second server waits for the first. */
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
    // A rollback that failed left a transaction open, which nobody will end any more.
    if (connection.inTransaction) await connection.run('rollback');
    // Taking the write lock at once: a transaction that read first and wrote later could fail half-way through.
    await connection.run(settings.accessMode === 'read only' ? 'begin' : 'begin immediate');
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await connection.run('commit');
    noteCommit();
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    // SQLite rolls back by itself on some errors, such as a full disk; a second rollback would hide the first error.
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

  /** Waits for other connections before a transaction only: inside one, the lock is ours. */
  async run<Row>(sql: string, parameters: readonly unknown[] = []): Promise<QueryResult<Row>> {
    return this.inTransaction
      ? this.#run(sql, parameters)
      : await retryWhileLocked(() => this.#run<Row>(sql, parameters));
  }

  #run<Row>(sql: string, parameters: readonly unknown[]): QueryResult<Row> {
    const { statement, answersRows } = this.#statement(sql);
    // The tables' types hold only numbers, strings and null, so no query can be built with anything else.
    const values = parameters as readonly SQLInputValue[];
    // Kysely chooses the type of the rows from the query that it compiled.
    if (answersRows) return { rows: statement.all(...values) as Row[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) };
  }

  streamQuery(): never {
    throw new Error('A stream would hold the only connection; read in pages.');
  }

  close(): void {
    this.#database.close();
  }
}
