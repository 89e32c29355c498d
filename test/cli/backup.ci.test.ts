/** `larder backup` and `larder restore` with both databases. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../fixtures/process-client.ts';
import { systemPostgres } from '../storage/system-postgres.ts';
import { blobsIn, lastLine, publishMany, run, startFilledServer, useHomes } from './backup-world.ts';

describe('SQLite', () => suite('sqlite'));
describe.skipIf(systemPostgres === undefined)('PostgreSQL (initdb, pg_dump)', () => suite('postgres'));

function suite(kind: 'sqlite' | 'postgres'): void {
  const newHome = useHomes(kind);

  it('copies only new blobs into an earlier backup, removes those of deleted packages, and is restored', async () => {
    const [home, restored, backup] = [await newHome(), await newHome(), path.join(await newFolder(), 'backup')];
    const { client } = await startFilledServer(home);
    const ids = await publishMany(client, 'first', 10);
    expect(lastLine(await run(home, 'backup', backup, '--json'))).toMatchObject({ copied: 10, removed: 0, blobs: 10 });
    const before = await blobsIn(backup);
    await client.remove('shelf', ids[0] ?? '');
    await publishMany(client, 'second', 2);
    expect(lastLine(await run(home, 'backup', backup, '--json'))).toMatchObject({ copied: 2, removed: 1, blobs: 11 });
    const after = await blobsIn(backup);
    const unchanged = [...after].filter(([name, inode]) => before.get(name) === inode);
    expect([before.size, after.size, unchanged.length]).toEqual([10, 11, 9]);
    expect((await run(restored, 'restore', backup)).code).toBe(0);
    expect((await run(restored, 'check', '--hash')).stdout).toMatch(/^Compared 11 records and 11 files .* all is well/);
  });
}
