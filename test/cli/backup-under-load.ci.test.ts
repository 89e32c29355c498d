/** `larder backup` and `larder restore` while a server is used, and killed at any moment. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readCleartextMessage, readKey, verify } from 'openpgp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newFolder } from '../fixtures/process-client.ts';
import { systemPostgres } from '../storage/system-postgres.ts';
import {
  blobsIn,
  clientOf,
  lastLine,
  publishMany,
  run,
  start,
  startFilledServer,
  startServer,
  useHomes,
  type Client,
  type Home,
} from './backup-world.ts';

describe('SQLite', () => suite('sqlite'));
describe.skipIf(systemPostgres === undefined)('PostgreSQL (initdb, pg_dump)', () => suite('postgres'));

function suite(kind: 'sqlite' | 'postgres'): void {
  const newHome = useHomes(kind);

  it('restores a backup that was made while packages were published and deleted', async () => {
    const [home, restored, backup] = [await newHome(), await newHome(), path.join(await newFolder(), 'backup')];
    const { server, client } = await startFilledServer(home);
    const stable = [...Array(20).keys()].map((n) => [`stable-1.${n}.0.txt`, `bytes of ${n}`.repeat(1000)] as const);
    for (const [name, bytes] of stable) await client.publish('shelf', name, bytes);
    await client.publishDeb('1.0');
    const load = startLoad(client);
    for (const time of [1, 2, 3]) {
      const ran = await run(home, 'backup', backup);
      expect([time, ran.code], ran.stderr).toEqual([time, 0]);
    }
    await load.stop();
    const key = await client.get('debs/gpgkey');
    await server.end();

    const verified = await run(home, 'backup', backup, '--verify');
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('all is well')]);
    const ran = await run(restored, 'restore', backup);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const checked = await run(restored, 'check', '--hash');
    expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('all is well')]);

    const { url } = await startServer(restored);
    const again = clientOf(url, client.token);
    for (const [name, bytes] of stable) expect((await again.get(`shelf/files/${name}`)).toString()).toBe(bytes);
    await again.publishDeb('2.0');
    expect(await again.get('debs/gpgkey')).toEqual(key);
    const cleartextMessage = (await again.get('debs/any/dists/any/InRelease')).toString();
    const message = await readCleartextMessage({ cleartextMessage });
    const verificationKeys = await readKey({ armoredKey: key.toString() });
    const { signatures } = await verify({ message, verificationKeys, expectSigned: true });
    expect(await signatures[0]?.verified).toBe(true);
  });

  it('has a valid backup after each kill -9, and the next backup or restore completes', async () => {
    const [home, restored, backup] = [await newHome(), await newHome(), path.join(await newFolder(), 'backup')];
    const { client } = await startFilledServer(home);
    const ids = await publishMany(client, 'first', 100);
    await killAfterFirstBlob(home, backup, 'backup', backup);
    const none = await run(home, 'backup', backup, '--verify');
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('only an incomplete one')]);
    expect(lastLine(await run(home, 'backup', backup, '--json'))).toMatchObject({ blobs: 100, findings: 0 });

    for (const id of ids.slice(0, 50)) await client.remove('shelf', id);
    await publishMany(client, 'second', 100);
    const manifest = await readFile(path.join(backup, 'larder-backup.json'), 'utf8');
    await killAfterFirstBlob(home, backup, 'backup', backup);
    expect(await readFile(path.join(backup, 'larder-backup.json'), 'utf8')).toBe(manifest);
    const older = await run(home, 'backup', backup, '--verify', '--json');
    expect([older.code, lastLine(older)]).toEqual([0, expect.objectContaining({ blobs: 100, findings: 0 })]);
    await killAfterFirstBlob(restored, path.join(restored.dataDir, 'blobs'), 'restore', backup);
    expect((await run(restored, 'restore', backup)).code).toBe(0);
    expect((await run(restored, 'check', '--hash')).stdout).toMatch(
      /^Compared 100 records and 100 files .* all is well/,
    );

    expect((await run(home, 'backup', backup)).code).toBe(0);
    const newer = await run(home, 'backup', backup, '--verify', '--json');
    expect([newer.code, lastLine(newer)]).toEqual([0, expect.objectContaining({ blobs: 150, findings: 0 })]);
    expect((await blobsIn(backup)).size).toBe(150);
  });
}

/** Publishes and deletes until it is stopped; rejects if any request fails. */
function startLoad(client: Client): { stop(): Promise<void> } {
  let working = true;
  const clients = [0, 1, 2].map(async (number) => {
    for (let n = 0; working; n += 1) {
      const id = await client.publish('shelf', `load${number}-1.${n}.0.txt`, `bytes ${number} ${n}`);
      if (n % 3 !== 0) await client.remove('shelf', id);
      if (number === 0 && n % 5 === 0) await client.remove('debs', await client.publishDeb(`3.${n}`));
    }
  });
  const ended = Promise.all(clients);
  // Reported by `stop`, which a test that failed before does not reach.
  ended.catch(() => undefined);
  const stop = async (): Promise<void> => {
    working = false;
    await ended;
  };
  onTestFinished(() => stop().catch(() => undefined));
  return { stop };
}

/** Kills a command once it has copied one more blob into a folder. */
async function killAfterFirstBlob(home: Home, folder: string, ...parameters: readonly string[]): Promise<void> {
  const before = (await blobsIn(folder)).size;
  const running = start(home, ...parameters);
  await expect.poll(async () => (await blobsIn(folder)).size, { interval: 1 }).toBeGreaterThan(before);
  running.process.kill('SIGKILL');
  expect((await running.ended).code).toBe(null);
}
