import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { CatalogUnavailable } from '../../src/storage/catalog.ts';
import { storageFailureOf } from '../../src/storage/failures.ts';

const coded = (code: string): Error => Object.assign(new Error(code), { code });

it.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EIO', 'no-disk'],
  ['EROFS', 'no-disk'],
  ['EMFILE', 'no-disk'],
  ['EACCES', undefined],
  ['ENOENT', undefined],
] as const)('%s is %s', (code, failure) => {
  expect(storageFailureOf(coded(code))).toBe(failure);
});

it('a full PostgreSQL is full, also as a cause of other errors', () => {
  const error = new CatalogUnavailable('The database does not respond.', { cause: coded('53100') });
  expect(storageFailureOf(new Error('In vain.', { cause: error }))).toBe('full');
});

it('a database that does not respond is away', () => {
  expect(storageFailureOf(new CatalogUnavailable('The database does not respond.'))).toBe('no-database');
});

/** What SQLite itself throws. */
function thrownBy(work: (database: DatabaseSync) => void): unknown {
  const database = new DatabaseSync(':memory:');
  try {
    work(database);
  } catch (error) {
    return error;
  } finally {
    database.close();
  }
  throw new Error('It did not fail.');
}

it('a SQLite database that may not grow is full', () => {
  const error = thrownBy((database) => {
    database.exec('create table t (a)');
    database.exec('pragma max_page_count = 3');
    for (;;) database.exec('insert into t values (zeroblob(4000))');
  });
  expect(storageFailureOf(error)).toBe('full');
});

it('a SQLite file that cannot be opened is away, and a broken rule is not', () => {
  const opening = thrownBy((database) => database.exec("attach '/nowhere/at/all.db' as other"));
  const rule = thrownBy((database) => database.exec('create table t (a not null); insert into t values (null)'));
  expect([storageFailureOf(opening), storageFailureOf(rule)]).toEqual(['no-database', undefined]);
});

it('a value that is not an error is not a failure of storage', () => {
  expect([storageFailureOf('ENOSPC'), storageFailureOf(undefined)]).toEqual([undefined, undefined]);
});
