import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { createStatementCache } from '../../src/storage/catalog/sqlite/statement-cache.ts';
import { retryWhileLocked } from '../../src/storage/catalog/sqlite/retry-while-locked.ts';

const failure = (errcode: number) => Object.assign(new Error(`SQLite error ${errcode}`), { errcode });
const [BUSY, BUSY_RECOVERY, CONSTRAINT] = [5, 261, 19];

it.each([BUSY, BUSY_RECOVERY])('work is repeated while the database is locked (%i)', async (errcode) => {
  const replies = [failure(errcode), failure(errcode)];
  const work = () => {
    const error = replies.pop();
    if (error !== undefined) throw error;
    return 'done';
  };
  expect(await retryWhileLocked(work)).toBe('done');
});

it('waiting for a lock has an end', async () => {
  const work = () => {
    throw failure(BUSY);
  };
  await expect(retryWhileLocked(work, 10)).rejects.toThrow('SQLite error 5');
});

it('other errors are thrown immediately', async () => {
  const replies = [failure(CONSTRAINT)];
  const work = () => {
    const error = replies.pop();
    if (error !== undefined) throw error;
  };
  await expect(retryWhileLocked(work)).rejects.toThrow('SQLite error 19');
});

it('a statement is prepared once', () => {
  const statement = createStatementCache(new DatabaseSync(':memory:'));
  expect(statement('select 1')).toBe(statement('select 1'));
});

it('no more statements are kept than the limit, the last used ones', () => {
  const statement = createStatementCache(new DatabaseSync(':memory:'), 2);
  const [one, two] = [statement('select 1'), statement('select 2')];
  statement('select 1');
  statement('select 3');
  expect([statement('select 1') === one, statement('select 2') === two]).toEqual([true, false]);
});
