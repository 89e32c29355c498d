/** The inputs that `larder backup` and `larder restore` reject, and their messages. */
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../fixtures/process-client.ts';
import { temporaryFolder } from '../fixtures/server-process.ts';
import { backUpFilled, changeManifest, run, useHomes } from './backup-world.ts';

const newHome = useHomes('sqlite');

/** Backups of two servers, to be copied. */
let backups: readonly [own: string, other: string];
let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  const make = async (name: string): Promise<string> => {
    const dataDir = path.join(folder, name, 'data');
    return await backUpFilled({ dataDir, settings: { LARDER_DATA_DIR: dataDir } });
  };
  backups = await Promise.all([make('own'), make('other')]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A copy of a backup that tests may change. */
async function newBackup(of = backups[0]): Promise<string> {
  const copy = path.join(await newFolder(), 'copy');
  await cp(of, copy, { recursive: true });
  return copy;
}

describe('larder backup', () => {
  it('warns that the folder has the signing keys, and makes it the owner’s alone', async () => {
    const backup = await newBackup();
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

  it('rejects a folder with other files, and leaves them alone', async () => {
    const backup = await newBackup();
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

  it('rejects the backup of another server', async () => {
    const [backup, home] = [await newBackup(), await newHome()];
    await run(home, 'restore', backups[1]);
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
  it('rejects a data folder that has files in it', async () => {
    const [backup, home] = [await newBackup(), await newHome()];
    await mkdir(home.dataDir, { recursive: true });
    await writeFile(path.join(home.dataDir, 'larder.sqlite'), 'mine');
    const ran = await run(home, 'restore', backup);
    expect([ran.code, ran.stderr]).toEqual([
      1,
      expect.stringContaining('which is not empty. A restore never replaces files.'),
    ]);
    expect(await readdir(home.dataDir)).toEqual(['larder.sqlite']);
  });

  it('rejects a backup of SQLite if --database-url is specified, which it names', async () => {
    const [backup, home] = [await newBackup(), await newHome()];
    const ran = await run(home, 'restore', backup, '--database-url', 'postgres://127.0.0.1:1/larder');
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('--database-url names a PostgreSQL database')]);
  });

  it.each([
    [
      'a newer layout',
      { format: 2 },
      /format .* is 2; this version reads 1.\nUse the version of Larder that created it/,
    ],
    [
      'a newer database',
      { larder: '9.9.9', database: { migrations: ['9999-more'] } },
      /added 9999-more.\nUse Larder 9.9.9/,
    ],
    ['another kind of file', { database: { file: '../../etc/passwd' } }, /is damaged/],
  ])('rejects a backup of %s', async (_, changes, words) => {
    const [backup, home] = [await newBackup(), await newHome()];
    await changeManifest(backup, changes);
    const ran = await run(home, 'restore', backup);
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringMatching(words)]);
    await expect(readdir(home.dataDir)).rejects.toThrow('ENOENT');
  });

  it('rejects a folder that is not a backup, and a database that was changed', async () => {
    const [backup, home] = [await newBackup(), await newHome()];
    const none = await run(home, 'restore', await newFolder());
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('There is no backup at')]);
    const database = (await readdir(backup)).find((name) => name.endsWith('.sqlite')) ?? '';
    await writeFile(path.join(backup, database), 'x');
    const changed = await run(home, 'restore', backup);
    expect([changed.code, changed.stderr]).toEqual([1, expect.stringContaining('Nothing was restored')]);
  });
});
