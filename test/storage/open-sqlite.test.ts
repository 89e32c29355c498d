import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { oneLineTexts } from '../../src/storage/catalog/migrations/0012-one-line-texts.ts';
import { CatalogTooNew } from '../../src/storage/catalog/migrate.ts';
import { openSqliteCatalog, openSqliteConnections } from '../../src/storage/catalog/open-sqlite.ts';
import { transact } from '../../src/storage/catalog/transaction.ts';
import type { Connections } from '../../src/storage/catalog/transaction.ts';
import { NOON, sampleOrganization, sampleRegistry, sampleToken, sampleUser } from './catalog/samples.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const file = () => join(folder(), 'data', 'catalog.db');
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

async function withConnections(work: (connections: Connections) => Promise<void>): Promise<void> {
  const connections = await openSqliteConnections({ file: file() });
  try {
    await work(connections);
  } finally {
    await connections.read.destroy();
    await connections.write.destroy();
  }
}

const ADA = { id: 'ada', name: 'Ada', email: 'ada@example.org', created_at: NOON.toISOString() };

describe('the files of a SQLite catalog', () => {
  it('are readable by their owner only', () =>
    withConnections(async ({ write }) => {
      await write.insertInto('users').values(ADA).execute();
      const names = (await readdir(join(folder(), 'data'))).toSorted();
      const modes = await Promise.all(names.map((name) => modeOf(join(folder(), 'data', name))));
      expect(Object.fromEntries(names.map((name, n) => [name, modes[n]]))).toEqual({
        'catalog.db': '600',
        'catalog.db-shm': '600',
        'catalog.db-wal': '600',
      });
    }));

  it('are in a folder that is created for their owner only', async () => {
    await (await openSqliteCatalog({ file: file() })).close();
    expect(await modeOf(join(folder(), 'data'))).toBe('700');
  });

  it('become one file when the catalog is closed', async () => {
    await (await openSqliteCatalog({ file: file() })).close();
    expect(await readdir(join(folder(), 'data'))).toEqual(['catalog.db']);
  });

  it('are rejected when they are not a database', async () => {
    const path = join(folder(), 'catalog.db');
    await writeFile(
      path,
      'This is a text, and a long one, so that it cannot be taken for an empty database.'.repeat(9),
    );
    await expect(openSqliteCatalog({ file: path })).rejects.toThrow('file is not a database');
  });

  it('are rejected when a newer version has changed them', async () => {
    await (await openSqliteCatalog({ file: file() })).close();
    const database = new DatabaseSync(file());
    database.exec(`insert into kysely_migration values ('9999-from-the-future', '2999-01-01T00:00:00.000Z')`);
    database.close();
    const rejection = expect(openSqliteCatalog({ file: file() })).rejects;
    await rejection.toThrow(CatalogTooNew);
    await expect(openSqliteCatalog({ file: file() })).rejects.toThrow('9999-from-the-future');
  });
});

describe('the migration of texts with control characters', () => {
  it('replaces them by spaces, and leaves all other texts alone', async () => {
    const catalog = await openSqliteCatalog({ file: file() });
    const [organization, owner] = [sampleOrganization(), sampleUser()];
    await catalog.organizations.ensure(organization, owner);
    const [bad, good] = [
      sampleRegistry(organization, { slug: 'bad', name: 'a\u0000b\n', description: 'c\r\nd', emoji: '\u009b' }),
      sampleRegistry(organization, { slug: 'good', name: 'größe\u2028', description: null, emoji: '👩‍👩‍👧' }),
    ];
    await catalog.registries.insert(bad, undefined);
    await catalog.registries.insert(good, undefined);
    const token = sampleToken({ organization, owner }, { description: 'e\u001b[0m\u007f' });
    await catalog.tokens.insert(token);
    await catalog.close();

    await withConnections(async ({ read, write }) => {
      await oneLineTexts.up(write);
      const columns = ['name', 'description', 'emoji'] as const;
      const registries = await read.selectFrom('registries').select(columns).orderBy('slug').execute();
      expect(registries).toEqual([
        { name: 'a b ', description: 'c  d', emoji: ' ' },
        { name: good.name, description: null, emoji: good.emoji },
      ]);
      expect(await read.selectFrom('tokens').select('description').execute()).toEqual([{ description: 'e [0m ' }]);
    });
  });
});

describe('the connections to a SQLite catalog', () => {
  it('keep references whole, and leave syncs of the log to the threads of Node', () =>
    withConnections(async ({ write }) => {
      const settings = ['journal_mode', 'synchronous', 'wal_autocheckpoint', 'foreign_keys'];
      const rows = await Promise.all(settings.map((name) => sql.raw(`pragma ${name}`).execute(write)));
      expect(rows.map((row) => Object.values(Object(row.rows[0])))).toEqual([['wal'], [1], [0], [1]]);
    }));

  it('return the state before an open transaction', () =>
    withConnections(async ({ read, write }) => {
      await transact(write, async (trx) => {
        await trx.insertInto('users').values(ADA).execute();
        expect(await read.selectFrom('users').selectAll().execute()).toEqual([]);
      });
    }));

  it('return the state after the last commit', () =>
    withConnections(async ({ read, write }) => {
      await transact(write, (trx) => trx.insertInto('users').values(ADA).execute());
      expect(await read.selectFrom('users').select('name').execute()).toHaveLength(1);
    }));

  it('reject writes on the one for reads', () =>
    withConnections(async ({ read }) => {
      await expect(read.insertInto('users').values(ADA).execute()).rejects.toThrow('readonly');
    }));

  it('wait for a transaction of another server without stopping this one', () =>
    withConnections(async ({ write }) => {
      const other = await openSqliteConnections({ file: file() });
      const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
      const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
      const first = transact(write, async (trx) => {
        await trx.insertInto('users').values(ADA).execute();
        begin();
        await mayCommit;
      });
      await begun;
      const second = transact(other.write, (trx) =>
        trx
          .insertInto('users')
          .values({ ...ADA, id: 'eve' })
          .execute(),
      );
      // Runs only if the wait leaves the event loop free.
      setImmediate(commit);
      await Promise.all([first, second]);
      const users = await other.read.selectFrom('users').select('id').orderBy('id').execute();
      await other.read.destroy();
      await other.write.destroy();
      expect(users.map(({ id }) => id)).toEqual(['ada', 'eve']);
    }));

  it('keep nothing of a transaction that fails, and go on', () =>
    withConnections(async ({ read, write }) => {
      const failing = transact(write, async (trx) => {
        await trx.insertInto('users').values(ADA).execute();
        throw new Error('a reason of its own');
      });
      await expect(failing).rejects.toThrow('a reason of its own');
      await transact(write, (trx) =>
        trx
          .insertInto('users')
          .values({ ...ADA, id: 'eve' })
          .execute(),
      );
      expect((await read.selectFrom('users').select('id').execute()).map(({ id }) => id)).toEqual(['eve']);
    }));

  it('keep files from pointing to no blob', () =>
    withConnections(async ({ write }) => {
      const row = {
        package_id: 'p',
        position: 0,
        registry_id: 'r',
        name: 'n',
        sha256: 's',
        created_at: ADA.created_at,
        role: 'main' as const,
      };
      await expect(write.insertInto('files').values(row).execute()).rejects.toThrow('FOREIGN KEY');
    }));
});
