/** What an operator meets at the start, and at the next one. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bodyOf } from '../fixtures/replies.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { ask, freePort, newFolder, publishFile, secret } from '../fixtures/process-client.ts';
import { startServerProcess } from '../fixtures/server-process.ts';

describe('the first start without a token', () => {
  it('shows a token once, with lines that create a registry and publish a deb when they are pasted', async () => {
    const folder = await newFolder();
    await using server = await startServerProcess({ LARDER_DATA_DIR: path.join(folder, 'data') });
    const url = await server.ready();
    const debs = path.join(folder, 'path/to/debian/package');
    await mkdir(debs, { recursive: true });
    await writeFile(path.join(debs, 'banana_1.1-2_amd64.deb'), await buildDeb({ control: { Package: 'banana' } }));
    const lines = server.stdout().slice(server.stdout().indexOf('  curl'));
    const commands = lines.replaceAll(/^[A-Z].*:$/gm, '').replaceAll('curl ', 'curl -sS ');
    await promisify(execFile)('bash', ['-ec', commands], { cwd: folder });

    const [, token = ''] = /token +(\S+)/.exec(server.stdout()) ?? [];
    const list = await ask(`${url}/v2/packages/organizations/my-org/registries/my-registry/packages`, token);
    const { items } = await bodyOf(list, 'PackageList');
    const logged = server.stderr().includes(token);
    await server.end();
    await using again = await startServerProcess({ LARDER_DATA_DIR: path.join(folder, 'data') });
    await again.ready();
    expect([items.map(({ name }) => name), logged, /larder_/.test(again.stdout() + again.stderr())]).toEqual([
      ['banana'],
      false,
      false,
    ]);
  });

  it('makes no token when the port is in use, so that the next start still shows one', async () => {
    const folder = await newFolder();
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await using rejected = await startServerProcess({ LARDER_DATA_DIR: folder, LARDER_PORT: String(port) });
    const code = await rejected.ended();
    await using server = await startServerProcess({ LARDER_DATA_DIR: folder });
    await server.ready();
    expect([code, rejected.stderr(), /token +larder_/.test(server.stdout())]).toEqual([
      1,
      `Larder cannot start.\nLARDER_PORT is ${port}, which is already in use. Set it to a free port, or to 0 to pick one.\n`,
      true,
    ]);
  });

  it('creates a private data folder', async () => {
    const folder = await newFolder();
    const dataDir = path.join(folder, 'data');
    await using server = await startServerProcess({ LARDER_DATA_DIR: dataDir, LARDER_ADMIN_TOKEN: secret });
    await publishFile(await server.ready(), 'app-1.0.0.txt', 'bytes');
    const all = ['', ...(await readdir(dataDir, { recursive: true }))].map((name) => path.join(dataDir, name));
    const modes = await Promise.all(all.map(async (name) => [await stat(name), name] as const));
    const wrong = modes.filter(([stats]) => (stats.mode & 0o777) !== (stats.isDirectory() ? 0o700 : 0o600));
    expect([modes.length > 5, wrong.map(([, name]) => path.relative(dataDir, name))]).toEqual([true, []]);
  });
});

describe('settings of clients', () => {
  it('have no effect on a server, and a note reports it', async () => {
    const clients = { LARDER_TOKEN: 'the-token-of-some-client', LARDER_URL: 'https://elsewhere.example.com' };
    await using server = await startServerProcess({ ...clients, LARDER_ADMIN_TOKEN: secret });
    const url = await server.ready();
    const replies = [secret, clients.LARDER_TOKEN].map(async (token) => await ask(`${url}/v2/access-token`, token));
    const statuses = (await Promise.all(replies)).map(({ status }) => status);
    await server.end();
    const notes = [
      "LARDER_URL is a setting of clients and has no effect on this server. The server's own setting is LARDER_PUBLIC_URL.",
      "LARDER_TOKEN is a setting of clients and has no effect on this server. The server's own setting is LARDER_ADMIN_TOKEN.",
    ];
    const logged = server.logs().flatMap(({ level, msg }) => (level === 'warn' ? [msg] : []));
    expect([url.startsWith('http://127.0.0.1:'), statuses, server.notes(), logged]).toEqual([
      true,
      [200, 401],
      notes,
      notes,
    ]);
  });
});

describe('arguments of `npm start`', () => {
  it('are the flags of `larder serve`', async () => {
    await using server = await startServerProcess({ LARDER_PORT: '1' }, [], ['--port', '0', '--token', secret]);
    expect((await ask(`${await server.ready()}/v2/access-token`, secret)).status).toBe(200);
  });

  it('name themselves when their value is wrong', async () => {
    await using server = await startServerProcess({}, [], ['--port', 'abc']);
    const code = await server.ended();
    expect([code, server.stderr()]).toEqual([1, expect.stringMatching(/^Larder cannot start\.\n--port is "abc"; /)]);
  });

  it('show the help and start nothing', async () => {
    await using server = await startServerProcess({}, [], ['--help']);
    const code = await server.ended();
    expect([code, server.stdout()]).toEqual([0, expect.stringMatching(/^Usage: larder serve [^]*--port <port>/)]);
  });

  it.each([['--prot', '9000'], ['9000'], ['--url']])('are rejected if there are no such: %s', async (...parameters) => {
    await using server = await startServerProcess({}, [], parameters);
    const code = await server.ended();
    expect([code, server.stdout(), server.stderr()]).toEqual([2, '', expect.stringMatching(/^error: /)]);
  });
});

describe('LARDER_PUBLIC_URL', () => {
  it('is the prefix of all URLs in responses', async () => {
    const port = await freePort();
    await using server = await startServerProcess({
      LARDER_ADMIN_TOKEN: secret,
      LARDER_PORT: String(port),
      LARDER_PUBLIC_URL: 'https://packages.example.com/larder/',
    });
    await server.ready();
    const published = await publishFile(`http://127.0.0.1:${port}`, 'app-1.0.0.txt', 'bytes');
    const urls = [...JSON.stringify(await published.json()).matchAll(/"(?:web_)?url":"([^"]+)/g)].map(([, url]) => url);
    expect([urls.length, urls.filter((url) => !url?.startsWith('https://packages.example.com/larder/'))]).toEqual([
      6,
      [],
    ]);
  });
});

describe('the log', () => {
  it('has a line of JSON for each response, without secrets and queries', async () => {
    await using server = await startServerProcess({ LARDER_ADMIN_TOKEN: secret });
    const url = await server.ready();
    await ask(`${url}/v2/organizations?page=1&page=${secret}`, secret);
    await ask(`${url}/v2/access-token?token=query-secret`, 'header-secret-value');
    await ask(`${url}/v2/user`, secret);
    await ask(`${url}/nowhere?token=query-secret`, secret);
    await server.end();
    const replied = server.logs().filter(({ status }) => status !== undefined);
    const lines = replied.map(({ method, path: at, operationId, status }) => [method, at, operationId, status]);
    expect([lines, /secret|page=|Bearer/i.test(server.stderr())]).toEqual([
      [
        ['GET', '/v2/organizations', 'listOrganizations', 400],
        ['GET', '/v2/access-token', 'getAccessToken', 401],
        ['GET', '/v2/user', 'getUser', 200],
        ['GET', '/nowhere', undefined, 404],
      ],
      false,
    ]);
  });
});
