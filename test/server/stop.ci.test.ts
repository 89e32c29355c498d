/** How a server ends: in order, or not at all. */
import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { ask, createShelf, newFolder, publishFile, secret, slowUpload } from '../fixtures/process-client.ts';
import { startServerProcess } from '../fixtures/server-process.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';

describe('SIGTERM', () => {
  it('lets an upload that runs finish, takes no more requests, and ends with 0', async () => {
    await using server = await startServerProcess({ LARDER_ADMIN_TOKEN: secret });
    const url = await server.ready();
    await createShelf(url);
    const upload = slowUpload(url, 'app-1.0.0.txt');
    await eventually(async () => expect((await storedBytes(server.dataDir)).staged).toHaveLength(1));
    server.process.kill('SIGTERM');
    await eventually(() => expect(server.stderr()).toContain('stopping'));
    const rejected = await fetch(`${url}/healthz`).then(
      () => false,
      () => true,
    );
    const status = await upload.finish();
    expect([rejected, status, await server.ended()]).toEqual([true, 200, 0]);
  });

  it('lets a download that runs finish', async () => {
    await using server = await startServerProcess({ LARDER_ADMIN_TOKEN: secret });
    const url = await server.ready();
    const size = 30 * 1024 * 1024;
    const { id } = await bodyOf(publishFile(url, 'app-1.0.0.txt', 'x'.repeat(size)), 'Package');
    const at = `${url}/v2/packages/organizations/my-org/registries/shelf/packages/${id}/files/app-1.0.0.txt`;
    const response = await ask(at, secret);
    server.process.kill('SIGTERM');
    await eventually(() => expect(server.stderr()).toContain('stopping'));
    expect([(await response.arrayBuffer()).byteLength, await server.ended()]).toEqual([size, 0]);
  });

  it('does not wait for a connection on which nothing ever came', async () => {
    await using server = await startServerProcess({ LARDER_ADMIN_TOKEN: secret, LARDER_STOP_TIMEOUT_MS: '600000' });
    const { hostname, port } = new URL(await server.ready());
    const socket = connect(Number(port), hostname);
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    // Accepted by the server, too: it takes connections in their order.
    await fetch(`http://${hostname}:${port}/healthz`);
    const closed = once(socket, 'close');
    server.process.kill('SIGTERM');
    expect(await server.ended()).toBe(0);
    await closed;
  });
});

it('SIGTERM ends a server that would have house to keep for minutes', async () => {
  const folder = await newFolder();
  await using first = await startServerProcess({ LARDER_DATA_DIR: folder, LARDER_ADMIN_TOKEN: secret });
  await first.ready();
  await first.end('SIGTERM');
  using database = new DatabaseSync(path.join(folder, 'larder.sqlite'));
  // As many as 200,000 deleted packages release.
  database.exec(`with recursive n (n) as (select 1 union all select n + 1 from n where n < 200000)
    insert into unreferenced_blobs
    select printf('%02x/00/%02x00%060x.%032x', n % 256, n % 256, n, n), '2000-01-01T00:00:00.000Z' from n`);
  const environment = { LARDER_DATA_DIR: folder, LARDER_ADMIN_TOKEN: secret, LARDER_STOP_TIMEOUT_MS: '600000' };
  await using server = await startServerProcess(environment);
  await server.ready();
  expect(await server.end('SIGTERM')).toBe(0);
  expect(database.prepare('select count(*) as count from unreferenced_blobs').get()?.['count']).toBeGreaterThan(0);
});

describe('a server that is killed in the middle of an upload', () => {
  it('has no package and no bytes of it at the next start, and works', async () => {
    const folder = await newFolder();
    await using killed = await startServerProcess({ LARDER_DATA_DIR: folder, LARDER_ADMIN_TOKEN: secret });
    const before = await killed.ready();
    await createShelf(before);
    const upload = slowUpload(before, 'app-1.0.0.txt');
    await eventually(async () => expect((await storedBytes(folder)).staged).toHaveLength(1));
    await killed.end('SIGKILL');
    upload.abandon();

    await using server = await startServerProcess({ LARDER_DATA_DIR: folder, LARDER_ADMIN_TOKEN: secret });
    const url = await server.ready();
    await eventually(async () => expect(await storedBytes(folder)).toEqual({ blobs: [], staged: [] }));
    const packages = ask(`${url}/v2/packages/organizations/my-org/registries/shelf/packages`, secret);
    const { items } = await bodyOf(packages, 'PackageList');
    const { status } = await publishFile(url, 'app-1.0.0.txt', 'bytes');
    expect([items, status]).toEqual([[], 200]);
  });
});
