/** Statements of transactions are built once. */
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../src/storage/catalog/migrate.ts';
import { preparedStatement } from '../../src/storage/catalog/prepared-query.ts';
import type { Schema } from '../../src/storage/catalog/schema.ts';
import { createSqliteDialect } from '../../src/storage/catalog/sqlite/sqlite-dialect.ts';
import { transact, type Database } from '../../src/storage/catalog/transaction.ts';

async function openDatabase(): Promise<Database> {
  const database = new DatabaseSync(':memory:');
  const db = new Kysely<Schema>({ dialect: createSqliteDialect(() => Promise.resolve(database)) });
  onTestFinished(() => db.destroy());
  await migrate(db);
  return db;
}

interface Secret {
  readonly name: string;
  readonly value?: string | undefined;
}

it('for each database and set of values that it has, and run with the values of each call', async () => {
  let built = 0;
  const findSecrets = preparedStatement((trx, { name, value }: Secret) => {
    built += 1;
    const named = trx.selectFrom('secrets').where('name', '=', name).select('value');
    return value === undefined ? named : named.where('value', '=', value);
  });
  const found: unknown[] = [];
  for (const db of [await openDatabase(), await openDatabase()]) {
    await db.insertInto('secrets').values({ name: 'a', value: 'one' }).execute();
    for (const secret of [{ name: 'a' }, { name: 'b' }, { name: 'a', value: 'one' }, { name: 'a', value: 'two' }])
      found.push((await transact(db, (trx) => findSecrets(trx, secret))).map(({ value }) => value));
  }
  expect(found).toEqual([['one'], [], ['one'], [], ['one'], [], ['one'], []]);
  expect(built).toBe(4);
});
