import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** A prepared statement, and whether it returns rows. */
export interface CachedStatement {
  readonly statement: StatementSync;
  readonly repliesRows: boolean;
}

/** Prepares each SQL text once, and caches the most recently used statements. */
export function createStatementCache(database: DatabaseSync, limit = 256): (sql: string) => CachedStatement {
  const statements = new Map<string, CachedStatement>();

  return (sql) => {
    const cached = statements.get(sql) ?? prepare(database, sql);
    statements.delete(sql);
    statements.set(sql, cached);
    if (statements.size > limit) {
      for (const oldest of statements.keys()) {
        statements.delete(oldest);
        break;
      }
    }
    return cached;
  };
}

function prepare(database: DatabaseSync, sql: string): CachedStatement {
  const statement = database.prepare(sql);
  return { statement, repliesRows: statement.columns().length > 0 };
}
