/** What an operator meets at the start, and at the next one. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { scopes } from '../../src/registry/limits.ts';
import { bodyOf, type Schemas } from '../fixtures/answers.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { ask, createShelf, freePort, newFolder, publishFile, secret } from '../fixtures/process-client.ts';
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
    await using refused = await startServerProcess({ LARDER_DATA_DIR: folder, LARDER_PORT: String(port) });
    const code = await refused.ended();
    await using server = await startServerProcess({ LARDER_DATA_DIR: folder });
    await server.ready();
    expect([code, refused.stderr(), /token +larder_/.test(server.stdout())]).toEqual([
      1,
      `Larder cannot start.\nLARDER_PORT is ${port}, where another program listens; it must be a free port, or 0 for any.\n`,
      true,
    ]);
  });

  it('lets nobody else read what it keeps', async () => {
    const folder = await newFolder();
    const dataDir = path.join(folder, 'data');
    await using server = await startServerProcess({ LARDER_DATA_DIR: dataDir, LARDER_TOKEN: secret });
    await publishFile(await server.ready(), 'app-1.0.0.txt', 'bytes');
    const all = ['', ...(await readdir(dataDir, { recursive: true }))].map((name) => path.join(dataDir, name));
    const modes = await Promise.all(all.map(async (name) => [await stat(name), name] as const));
    const wrong = modes.filter(([stats]) => (stats.mode & 0o777) !== (stats.isDirectory() ? 0o700 : 0o600));
    expect([modes.length > 5, wrong.map(([, name]) => path.relative(dataDir, name))]).toEqual([true, []]);
  });
});

describe('LARDER_TOKEN', () => {
  it('works from the first start on, with all scopes, and is shown nowhere', async () => {
    await using server = await startServerProcess({ LARDER_TOKEN: secret });
    const token = await bodyOf(ask(`${await server.ready()}/v2/access-token`, secret), 'AccessToken');
    await server.end();
    expect([token.scopes, (server.stdout() + server.stderr()).includes(secret)]).toEqual([scopes, false]);
  });

  it('keeps its id and its time as long as its value stays', async () => {
    const folder = await newFolder();
    const answers: Schemas['AccessToken'][] = [];
    for (let start = 0; start < 2; start += 1) {
      await using server = await startServerProcess({ LARDER_DATA_DIR: folder, LARDER_TOKEN: secret });
      answers.push(await bodyOf(ask(`${await server.ready()}/v2/access-token`, secret), 'AccessToken'));
      await server.end();
    }
    expect(answers[1]).toEqual({ ...answers[0], last_used_at: answers[1]?.last_used_at });
  });

  it('stops working when the next start has another', async () => {
    const folder = await newFolder();
    await using before = await startServerProcess({ LARDER_DATA_DIR: folder, LARDER_TOKEN: secret });
    await before.ready();
    await before.end();
    await using after = await startServerProcess({ LARDER_DATA_DIR: folder, LARDER_TOKEN: `${secret}-2` });
    const url = `${await after.ready()}/v2/access-token`;
    const answers = [await ask(url, secret), await ask(url, `${secret}-2`)];
    expect(answers.map(({ status }) => status)).toEqual([401, 200]);
  });
});

describe('another organization at a later start', () => {
  it('gets a token of its own, and neither sees what the other has', async () => {
    const folder = await newFolder();
    const tokens: string[] = [];
    for (const organization of ['one', 'two']) {
      await using server = await startServerProcess({ LARDER_DATA_DIR: folder, LARDER_ORGANIZATION: organization });
      const url = await server.ready();
      tokens.push(/token +(\S+)/.exec(server.stdout())?.[1] ?? '');
      await createShelf(url, organization, tokens.at(-1));
      await server.end();
    }
    await using server = await startServerProcess({ LARDER_DATA_DIR: folder, LARDER_ORGANIZATION: 'two' });
    const url = await server.ready();
    const seen = (token: string, organization: string): Promise<unknown> =>
      ask(`${url}/v2/packages/organizations/${organization}/registries`, token).then(async (response) =>
        response.ok ? ((await response.json()) as { url: string }[]).map((registry) => registry.url) : response.status,
      );
    const [one = '', two = ''] = tokens;
    expect([await seen(one, 'one'), await seen(one, 'two'), await seen(two, 'one'), await seen(two, 'two')]).toEqual([
      [`${url}/v2/packages/organizations/one/registries/shelf`],
      404,
      404,
      [`${url}/v2/packages/organizations/two/registries/shelf`],
    ]);
  });
});

describe('LARDER_URL', () => {
  it('begins all URLs that are answered', async () => {
    const port = await freePort();
    await using server = await startServerProcess({
      LARDER_TOKEN: secret,
      LARDER_PORT: String(port),
      LARDER_URL: 'https://packages.example.com/larder/',
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
  it('has a line of JSON for each answer, without secrets and queries', async () => {
    await using server = await startServerProcess({ LARDER_TOKEN: secret });
    const url = await server.ready();
    await ask(`${url}/v2/organizations?page=1&page=${secret}`, secret);
    await ask(`${url}/v2/access-token?token=query-secret`, 'header-secret-value');
    await ask(`${url}/v2/user`, secret);
    await ask(`${url}/nowhere?token=query-secret`, secret);
    await server.end();
    const answered = server.logs().filter(({ status }) => status !== undefined);
    const lines = answered.map(({ method, path: at, operationId, status }) => [method, at, operationId, status]);
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
