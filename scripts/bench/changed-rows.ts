/** Counts the rows that a server changes in its database, with triggers. */
import { DatabaseSync } from 'node:sqlite';
import { catalogFile } from './stock/catalog-rows.ts';

export interface ChangedRows {
  readonly rows: number;
  /** The new values of changed rows, and the bytes of new blobs. */
  readonly bytes: number;
}

/** Returns the changes during `work`, except for the last use of tokens, which is stored by the minute. */
export async function countChangedRows(dataDir: string, work: () => Promise<unknown>): Promise<ChangedRows> {
  using database = new DatabaseSync(catalogFile(dataDir), { timeout: 5000 });
  // The index of names is a virtual table, which cannot have triggers.
  const listing = "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'";
  const tables = namesOf(database, `${listing} and name not like 'names_index%'`);
  database.exec('create table changed_rows (bytes integer)');
  for (const table of tables.filter((name) => name !== 'tokens')) {
    const columns = namesOf(database, `select name from pragma_table_info('${table}')`);
    const values = columns.map((column) => `ifnull(length(new."${column}"), 0)`);
    const inserted = [...values, ...(table === 'blobs' ? ['new.size'] : [])];
    const triggers = [
      ['insert', inserted],
      ['update', values],
      ['delete', ['0']],
    ] as const;
    for (const [event, bytes] of triggers) {
      database.exec(`create trigger changed_${table}_${event} after ${event} on ${table}
        begin insert into changed_rows values (${bytes.join(' + ')}); end`);
    }
  }
  await work();
  const changed = database.prepare('select count(*) as rows, total(bytes) as bytes from changed_rows').get();
  const triggers = namesOf(database, "select name from sqlite_schema where type = 'trigger' and name like 'changed_%'");
  for (const trigger of triggers) database.exec(`drop trigger ${trigger}`);
  database.exec('drop table changed_rows');
  return { rows: Number(changed?.['rows']), bytes: Number(changed?.['bytes']) };
}

function namesOf(database: DatabaseSync, query: string): string[] {
  return database
    .prepare(query)
    .all()
    .map(({ name }) => String(name));
}
