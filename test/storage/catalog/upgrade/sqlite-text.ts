/** A SQLite database as text: what makes its tables, then a statement for each row. */
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';

export function sqliteText(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const objects = db
      .prepare("select name, type, sql from sqlite_master where sql is not null and name not like 'sqlite_%'")
      .all();
    const tables = objects.filter(({ type }) => type === 'table').map(({ name }) => String(name));
    const rows = tables.flatMap((table) =>
      db
        .prepare(`select * from "${table}"`)
        .all()
        .map(
          (row) =>
            `insert into "${table}" (${Object.keys(row).map(quotedName).join(', ')}) values (${Object.values(row).map(literal).join(', ')});`,
        ),
    );
    return ['pragma foreign_keys = off;', ...objects.map(({ sql }) => `${String(sql)};`), ...rows, ''].join('\n');
  } finally {
    db.close();
  }
}

function quotedName(name: string): string {
  return `"${name}"`;
}

/** No table has bytes. */
function literal(value: SQLOutputValue): string {
  if (value === null) return 'null';
  if (value instanceof Uint8Array) throw new Error('There is no text for bytes.');
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}
