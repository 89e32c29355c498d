/** Commits survive a power cut, although SQLite does not sync them itself. */
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSqliteConnections } from '../../src/storage/catalog/open-sqlite.ts';
import { transact } from '../../src/storage/catalog/transaction.ts';
import { NOON } from './catalog/samples.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const file = () => join(folder(), 'catalog.db');

let connections: Awaited<ReturnType<typeof openSqliteConnections>>;
beforeEach(async () => {
  connections = await openSqliteConnections({ file: file() });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await connections.close();
});

const user = (id: string, name = 'Ada') => ({ id, name, email: 'ada@example.org', created_at: NOON.toISOString() });

/** Replaces the syncs of all files. */
async function mockSyncs(sync: () => Promise<void>) {
  await using handle = await open(file());
  // The prototype of all handles.
  const handles = Object.getPrototypeOf(handle) as FileHandle;
  return vi.spyOn(handles, 'datasync').mockImplementation(sync);
}

const inTransaction = () => transact(connections.write, (trx) => trx.insertInto('users').values(user('one')).execute());
const alone = () => connections.write.insertInto('users').values(user('one')).execute();

it.each([
  ['a transaction', inTransaction],
  ['a statement without a transaction', alone],
])('%s ends when its log is synced, and readers do not wait for it', async (_, change) => {
  const sync = Promise.withResolvers<undefined>();
  const begun = Promise.withResolvers<undefined>();
  const syncs = await mockSyncs(() => {
    begun.resolve(undefined);
    return sync.promise;
  });
  let ended = false;
  const changed = change().then(() => (ended = true));
  await begun.promise;
  expect(await connections.read.selectFrom('users').select('id').execute()).toEqual([{ id: 'one' }]);
  expect(ended).toBe(false);
  sync.resolve(undefined);
  await changed;
  expect(syncs).toHaveBeenCalledTimes(1);
});

it.each([
  ['a transaction', inTransaction],
  ['a statement without a transaction', alone],
])('%s fails if its log cannot be synced', async (_, change) => {
  await mockSyncs(() => Promise.reject(new Error('The disk is gone.')));
  await expect(change()).rejects.toThrow('The disk is gone.');
});

it('a long log is copied to the database by a thread, and begins again', async () => {
  // Half of the pages that the log may have before it is copied.
  const name = 'x'.repeat(2_000_000);
  for (let n = 0; n < 10; n += 1)
    await transact(connections.write, (trx) =>
      trx
        .insertInto('users')
        .values(user(`${n}`, name))
        .execute(),
    );
  using other = new DatabaseSync(file(), { readOnly: true });
  const { log } = other.prepare('pragma wal_checkpoint(noop)').get() ?? {};
  expect(Number(log)).toBeLessThan(2000);
});
