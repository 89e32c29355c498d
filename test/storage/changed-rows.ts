/** Counts the rows that a server changes in its SQLite database, with triggers. */
import type { DatabaseSync } from 'node:sqlite';

/** From now on, the database counts changed rows by table, and the bytes of new blobs and documents. */
export function countChanges(database: DatabaseSync): void {
  const tables = database
    // The index of names is a virtual table, which cannot have triggers.
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'names_index%'",
    )
    .all();
  database.exec('create table changed_rows (name text, bytes integer)');
  for (const { name } of tables) {
    for (const event of ['insert', 'update', 'delete']) {
      const bytes = event === 'insert' ? bytesOf(String(name)) : '0';
      database.exec(`create trigger changed_${String(name)}_${event} after ${event} on ${String(name)}
        begin insert into changed_rows values ('${String(name)}', ${bytes}); end`);
    }
  }
}

function bytesOf(table: string): string {
  if (table === 'blobs') return 'new.size';
  return table === 'documents' ? 'coalesce(length(new.pieces), 0) + coalesce(length(new.content), 0)' : '0';
}

export interface Changes {
  readonly rows: Readonly<Record<string, number>>;
  readonly bytes: number;
}

/** Without the rows of tokens, whose last use is stored by the minute. */
export function changesIn(database: DatabaseSync): Changes {
  const rows = database
    .prepare(
      "select name, count(*) as rows, sum(bytes) as bytes from changed_rows where name <> 'tokens' group by name",
    )
    .all();
  return {
    rows: Object.fromEntries(rows.map((row) => [String(row['name']), Number(row['rows'])])),
    bytes: rows.reduce((sum, row) => sum + Number(row['bytes']), 0),
  };
}
