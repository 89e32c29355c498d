/** `larder check`, on the storage of a server that is stopped, one that runs, and none at all. */
import { readdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { makeTemporaryFolder } from '../storage/temporary-folder.ts';
import { keepText } from '../storage/blob-samples.ts';
import { usePostgres } from '../storage/use-postgres.ts';
import { larder, type Ran } from './larder.ts';

const createDatabase = usePostgres();

async function start(environment: Record<string, string> = {}): Promise<TestServer> {
  const server = await startTestServer(environment);
  onTestFinished(() => server[Symbol.asyncDispose]());
  await createRegistry(server, 'shelf', 'files');
  for (const n of [1, 2]) await publish(server, 'shelf', `app-1.${n}.0.txt`, `bytes of ${n}`);
  return server;
}

const check = (dataDir: string, parameters: readonly string[] = [], environment = {}): Promise<Ran> =>
  larder(['check', ...parameters], {
    folder: path.dirname(dataDir),
    environment: { LARDER_DATA_DIR: dataDir, ...environment },
  });

describe('larder check', () => {
  it('finds nothing where all is well, while the server runs and when it has stopped', async () => {
    const server = await start();
    const running = await check(server.dataDir, ['--hash']);
    await server.stop();
    const stopped = await check(server.dataDir, ['--hash']);
    const well = { code: 0, stdout: 'Compared 2 records and 2 files (20 bytes): all is well.\n', stderr: '' };
    expect([running, stopped]).toEqual([well, well]);
  });

  it('prints findings, exits with 1, and repairs orphans', async () => {
    const { dataDir, larder: storage } = await start();
    const orphan = await keepText(storage.blobs, 'nobody knows me');
    const [report, repair, again] = [
      await check(dataDir, ['--json']),
      await check(dataDir, ['--repair']),
      await check(dataDir),
    ];
    expect([
      report.code,
      report.stdout
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ]).toEqual([
      1,
      [
        { kind: 'orphan', at: orphan.location, detail: '15 bytes without a record', removed: false },
        { records: 2, files: 3, bytes: 35, findings: 1, removed: 0 },
      ],
    ]);
    expect([
      repair.code,
      repair.stdout.includes(`${orphan.location}  15 bytes without a record; removed`),
      again.code,
    ]).toEqual([0, true, 0]);
  });

  it('does not repair lost blobs', async () => {
    const { dataDir, larder: storage } = await start();
    for await (const { location } of storage.blobs.list()) await unlink(path.join(dataDir, 'blobs', 'blobs', location));
    const { code, stdout } = await check(dataDir, ['--repair']);
    expect([code, stdout.match(/^missing /gm)?.length]).toEqual([1, 2]);
  });

  it('takes PostgreSQL as well', async () => {
    const { url } = await createDatabase();
    const { dataDir } = await start({ LARDER_DATABASE_URL: url });
    const ran = await check(dataDir, ['--database-url', url]);
    expect([ran.code, ran.stdout]).toEqual([0, 'Compared 2 records and 2 files (20 bytes): all is well.\n']);
  });
});

describe('larder check without a storage', () => {
  it('names a missing folder, and creates nothing', async () => {
    const folder = await makeTemporaryFolder();
    onTestFinished(folder.remove);
    const { code, stderr } = await check(path.join(folder.path, 'data'));
    expect([code, stderr.includes('LARDER_DATA_DIR is'), await readdir(folder.path)]).toEqual([2, true, []]);
  });

  it('names the flag if one has named the folder', async () => {
    const folder = await makeTemporaryFolder();
    onTestFinished(folder.remove);
    const { code, stderr } = await check(folder.path, ['--data-dir', path.join(folder.path, 'data')]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^--data-dir is /)]);
  });

  it('reports a database that does not respond', async () => {
    const { dataDir } = await start();
    const ran = await check(dataDir, [], { LARDER_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
    expect([ran.code, ran.stderr.includes('"nothing" at "127.0.0.1:1". The server cannot connect to it')]).toEqual([
      2,
      true,
    ]);
  });
});
