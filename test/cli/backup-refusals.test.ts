/** What `larder backup` and `larder restore` refuse, and what they say then. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../fixtures/process-client.ts';
import { createRegistry, publish, startTestServer } from '../fixtures/server.ts';
import { systemPostgres } from '../storage/system-postgres.ts';
import { run, useHomes, type Home } from './backup-world.ts';

const newHome = useHomes('sqlite');

/** Fills a home by a server that has stopped. */
async function fill({ dataDir, settings }: Home): Promise<void> {
  await using server = await startTestServer({ ...settings });
  await createRegistry(server, 'shelf', 'files');
  await publish(server, 'shelf', 'app-1.0.0.txt', 'bytes');
  const keep = path.join(path.dirname(dataDir), 'copy');
  // A test's server removes its data folder.
  expect((await run({ dataDir, settings }, 'backup', keep)).code).toBe(0);
}

/** A backup, and the home that it is of. */
async function newBackup(): Promise<{ readonly backup: string; readonly home: Home }> {
  const home = await newHome();
  await fill(home);
  return { backup: path.join(path.dirname(home.dataDir), 'copy'), home };
}

describe('larder backup', () => {
  it('warns that the folder has the signing keys, and makes it the owner’s alone', async () => {
    const { backup } = await newBackup();
    const home = await newHome();
    expect((await run(home, 'restore', backup)).code).toBe(0);
    const target = path.join(await newFolder(), 'wide');
    await mkdir(target, { mode: 0o755 });
    const ran = await run(home, 'backup', target);
    expect([ran.code, ran.stderr.split('\n').length, ran.stderr]).toEqual([
      0,
      2,
      expect.stringContaining('signing keys'),
    ]);
    const files = [target, ...(await readdir(target)).map((name) => path.join(target, name))];
    const modes = await Promise.all(files.map(async (file) => (await stat(file)).mode & 0o077));
    expect(new Set(modes)).toEqual(new Set([0]));
  });

  it('refuses a folder with other files, and leaves them alone', async () => {
    const { backup } = await newBackup();
    const home = await newHome();
    await run(home, 'restore', backup);
    const target = await newFolder();
    await writeFile(path.join(target, 'letters.txt'), 'dear');
    const blobsOnly = await newFolder();
    await mkdir(path.join(blobsOnly, 'blobs'));
    for (const folder of [target, blobsOnly, home.dataDir]) {
      const before = await readdir(folder);
      const ran = await run(home, 'backup', folder);
      expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('has other files in it')]);
      expect(await readdir(folder)).toEqual(before);
    }
  });

  it('refuses the backup of another server', async () => {
    const [{ backup }, other] = [await newBackup(), await newBackup()];
    const home = await newHome();
    await run(home, 'restore', other.backup);
    const before = await readFile(path.join(backup, 'larder-backup.json'), 'utf8');
    const ran = await run(home, 'backup', backup);
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('has the backup of another server')]);
    expect(await readFile(path.join(backup, 'larder-backup.json'), 'utf8')).toBe(before);
  });

  it('makes no folder if there is no storage', async () => {
    const [home, folder] = [await newHome(), await newFolder()];
    const ran = await run(home, 'backup', path.join(folder, 'backup'));
    expect([ran.code, ran.stderr, await readdir(folder)]).toEqual([
      2,
      expect.stringContaining('LARDER_DATA_DIR is'),
      [],
    ]);
  });
});

describe('larder restore', () => {
  it('refuses a data folder that has files in it', async () => {
    const [{ backup }, home] = [await newBackup(), await newHome()];
    await mkdir(home.dataDir, { recursive: true });
    await writeFile(path.join(home.dataDir, 'larder.sqlite'), 'mine');
    const ran = await run(home, 'restore', backup);
    expect([ran.code, ran.stderr]).toEqual([
      1,
      expect.stringContaining('which has files in it, and nothing is replaced'),
    ]);
    expect(await readdir(home.dataDir)).toEqual(['larder.sqlite']);
  });

  it('refuses a backup of SQLite while LARDER_DATABASE_URL is set', async () => {
    const [{ backup }, home] = [await newBackup(), await newHome()];
    const ran = await run(home, 'restore', backup, '--database-url', 'postgres://127.0.0.1:1/larder');
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('Unset LARDER_DATABASE_URL')]);
  });

  it.each([
    ['a newer layout', { format: 2 }, /format .* is 2; this version reads 1.\nUse the version of Larder that made it/],
    [
      'a newer database',
      { larder: '9.9.9', database: { migrations: ['9999-more'] } },
      /added 9999-more.\nUse Larder 9.9.9/,
    ],
    ['another kind of file', { database: { file: '../../etc/passwd' } }, /is damaged/],
  ])('refuses a backup of %s', async (_, changes, words) => {
    const [{ backup }, home] = [await newBackup(), await newHome()];
    await change(backup, changes);
    const ran = await run(home, 'restore', backup);
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringMatching(words)]);
    await expect(readdir(home.dataDir)).rejects.toThrow('ENOENT');
  });

  it('refuses a folder that is not a backup, and a database that was changed', async () => {
    const [{ backup }, home] = [await newBackup(), await newHome()];
    const none = await run(home, 'restore', await newFolder());
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('There is no backup at')]);
    const database = (await readdir(backup)).find((name) => name.endsWith('.sqlite')) ?? '';
    await writeFile(path.join(backup, database), 'x');
    const changed = await run(home, 'restore', backup);
    expect([changed.code, changed.stderr]).toEqual([1, expect.stringContaining('Nothing was restored')]);
  });
});

describe.skipIf(systemPostgres === undefined)('PostgreSQL (initdb, pg_dump)', () => {
  const newPostgresHome = useHomes('postgres');

  it('is refused if its database has tables, or LARDER_DATABASE_URL is not set', async () => {
    const home = await newPostgresHome();
    await fill(home);
    const backup = path.join(path.dirname(home.dataDir), 'copy');
    const [sqlite, full] = [await newHome(), await newHome()];
    const unset = await run(sqlite, 'restore', backup);
    expect([unset.code, unset.stderr]).toEqual([1, expect.stringContaining('LARDER_DATABASE_URL is not set')]);
    const settings = { ...full.settings, LARDER_DATABASE_URL: home.settings['LARDER_DATABASE_URL'] ?? '' };
    const tables = await run({ ...full, settings }, 'restore', backup);
    expect([tables.code, tables.stderr]).toEqual([1, expect.stringContaining('has tables already')]);
  });

  it('needs pg_restore of the version that made it, which the message names; --verify goes on without', async () => {
    const [home, restored] = [await newPostgresHome(), await newPostgresHome()];
    await fill(home);
    const backup = path.join(path.dirname(home.dataDir), 'copy');
    await change(backup, { database: { program: 99 } });
    const refused = await run(restored, 'restore', backup);
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/needs pg_restore of version 99 or newer/),
    ]);
    expect(refused.stderr).toContain('apt-get install postgresql-client-99');
    const verified = await run(home, 'backup', backup, '--verify');
    expect([verified.code, verified.stderr]).toEqual([0, expect.stringContaining('it was not read by pg_restore')]);
  });
});

/** Changes members of a manifest, and members of its members. */
async function change(backup: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const file = path.join(backup, 'larder-backup.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, object>;
  const changed = Object.entries(changes).map(([name, value]): [string, unknown] =>
    typeof value === 'object' ? [name, { ...manifest[name], ...value }] : [name, value],
  );
  await writeFile(file, JSON.stringify({ ...manifest, ...Object.fromEntries(changed) }));
}
