/**
 * Run in a process of its own: opens a catalog, which migrates it, and kills itself after a number of statements that
 * change tables. Arguments: the number, and the file of SQLite or the URL of PostgreSQL. Ends normally if there are
 * fewer.
 */
import { StatementSync } from 'node:sqlite';
import { Client } from 'pg';
import { openPostgresCatalog } from '../../../../src/storage/catalog/open-postgres.ts';
import { openSqliteCatalog } from '../../../../src/storage/catalog/open-sqlite.ts';

const [most = '', place = ''] = process.argv.slice(2);
let left = Number(most);

function count(statement: unknown): void {
  if (typeof statement !== 'string' || !/^\s*(?:create|alter|drop|insert|update)\b/i.test(statement)) return;
  left -= 1;
  if (left < 0) process.kill(process.pid, 'SIGKILL');
}

watch(StatementSync.prototype, 'all', (statement) => (statement instanceof StatementSync ? statement.sourceSQL : ''));
watch(StatementSync.prototype, 'run', (statement) => (statement instanceof StatementSync ? statement.sourceSQL : ''));
watch(Client.prototype, 'query', (_client, [statement]) => statement);

/** Counts the statements of a method before it is called. */
function watch(
  prototype: object,
  method: string,
  statementOf: (self: unknown, values: readonly unknown[]) => unknown,
): void {
  const original: unknown = Reflect.get(prototype, method);
  if (typeof original !== 'function') throw new Error(`There is no method ${method}.`);
  Object.assign(prototype, {
    [method](this: unknown, ...values: unknown[]): unknown {
      count(statementOf(this, values));
      return Reflect.apply(original, this, values);
    },
  });
}

const catalog = place.startsWith('postgres:')
  ? await openPostgresCatalog({ url: place })
  : await openSqliteCatalog({ file: place });
await catalog.close();
