/** The inputs that `larder restore` rejects if the backup or the settings are for PostgreSQL. */
import { describe, expect, it } from 'vitest';
import { systemPostgres } from '../storage/system-postgres.ts';
import { backUpFilled, changeManifest, run, useHomes } from './backup-world.ts';

const newHome = useHomes('sqlite');

describe.skipIf(systemPostgres === undefined)('larder restore to PostgreSQL (initdb, pg_dump)', () => {
  const newPostgresHome = useHomes('postgres');

  it('is rejected if its database has tables, or LARDER_DATABASE_URL is not set', async () => {
    const home = await newPostgresHome();
    const backup = await backUpFilled(home);
    const [sqlite, full] = [await newHome(), await newHome()];
    const unset = await run(sqlite, 'restore', backup);
    expect([unset.code, unset.stderr]).toEqual([1, expect.stringContaining('LARDER_DATABASE_URL is not set')]);
    const settings = { ...full.settings, LARDER_DATABASE_URL: home.settings['LARDER_DATABASE_URL'] ?? '' };
    const tables = await run({ ...full, settings }, 'restore', backup);
    expect([tables.code, tables.stderr]).toEqual([1, expect.stringContaining('already has tables')]);
  });

  it('needs pg_restore of the version that made it, which the message names; --verify goes on without', async () => {
    const [home, restored] = [await newPostgresHome(), await newPostgresHome()];
    const backup = await backUpFilled(home);
    await changeManifest(backup, { database: { program: 99 } });
    const rejected = await run(restored, 'restore', backup);
    expect([rejected.code, rejected.stderr]).toEqual([
      1,
      expect.stringMatching(/needs pg_restore of version 99 or newer/),
    ]);
    expect(rejected.stderr).toContain('apt-get install postgresql-client-99');
    const verified = await run(home, 'backup', backup, '--verify');
    expect([verified.code, verified.stderr]).toEqual([
      0,
      expect.stringContaining('the dump was not checked with pg_restore'),
    ]);
  });
});
