/** The log lines of responses: the token, the client address, the duration, and the bytes sent. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { newSecret } from '../../src/registry/tokens.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { eventually } from '../fixtures/eventually.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';

type Line = Readonly<Record<string, unknown>>;

interface Logged extends AsyncDisposable {
  readonly server: TestServer;
  /** Returns the one line of the response to a request for this path. */
  lineOf(path: string): Promise<Line>;
  /** Returns the one line with this value. */
  lineWhere(key: string, value: unknown): Promise<Line>;
}

const opened: Logged[] = [];

afterEach(async () => {
  for (const one of opened.splice(0)) await one[Symbol.asyncDispose]();
});

async function startLogged(environment: Record<string, string> = {}): Promise<Logged> {
  const lines: Line[] = [];
  const server = await startTestServer(
    environment,
    pino({}, { write: (line) => void lines.push(JSON.parse(line) as Line) }),
  );
  const lineWhere: Logged['lineWhere'] = (key, value) =>
    eventually(() => {
      const [line, ...more] = lines.filter((one) => one[key] === value);
      expect([line?.['msg'], more]).toEqual(['responded', []]);
      return line ?? {};
    });
  const logged: Logged = {
    server,
    lineOf: (path) => lineWhere('path', path),
    lineWhere,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
  opened.push(logged);
  return logged;
}

describe('The line of a response', () => {
  test('has no secret that npm logout sends in its path', async () => {
    const { server, lineWhere, lineOf } = await startLogged();
    // The token of the settings may be any text, and another one may be of another registry.
    for (const secret of [newSecret(), server.token, 'npm%5fanother']) {
      const { headers } = await server.ask(`/acme/missing/npm/-/user/token/${secret}`, { method: 'DELETE' });
      const line = await lineWhere('requestId', headers.get('X-Request-Id') ?? '');
      expect(line).toMatchObject({ operationId: 'deleteSession', path: '/acme/missing/npm/-/user/token/…' });
    }
    await server.ask(`/user/token/${newSecret()}`, { method: 'DELETE' });
    expect(await lineOf('/user/token/larder_…')).toMatchObject({ status: 404 });
  });

  test('has the id of the token and never the token, the address, the time and the bytes', async () => {
    const { server, lineOf } = await startLogged();
    const made = await server.ask('/v2/access-tokens', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ description: 'of the log', scopes: ['read_packages'] }),
    });
    const { uuid, token } = (await made.json()) as { uuid: string; token: string };
    await server.ask('/v2/organizations/acme', { headers: { Authorization: `Bearer ${token}` } });
    const forbidden = await server.ask(server.in(), { headers: { Authorization: `Bearer ${token}` } });
    const lines = [await lineOf('/v2/organizations/acme'), await lineOf(server.in())];
    expect(forbidden.status).toBe(403);
    for (const line of lines) {
      expect(line).toMatchObject({
        token: uuid,
        remoteAddress: expect.stringMatching(/^(::ffff:)?127\.0\.0\.1$|^::1$/),
      });
      expect(line['milliseconds']).toBeGreaterThan(0);
      expect(line['bytesOut']).toBeGreaterThan(100);
      expect(line).not.toHaveProperty('clientAddress');
      expect(line).not.toHaveProperty('complete');
      expect(JSON.stringify(line)).not.toContain(token);
    }
  });

  test('is as README shows it', async () => {
    const readme = await readFile('README.md', 'utf8');
    const [, example = '{}'] = /^```text request-line\n(.*)\n```$/m.exec(readme) ?? [];
    const { pid: _p, ...shown } = JSON.parse(example) as Line;
    const { server, lineOf } = await startLogged();
    await server.ask('/v2/user');
    const { pid: _o, hostname: _h, ...line } = await lineOf('/v2/user');
    expect(Object.keys(line)).toEqual(Object.keys(shown));
    const same = ['method', 'path', 'operationId', 'status', 'remoteAddress', 'msg'];
    expect(same.map((key) => line[key])).toEqual(same.map((key) => shown[key]));
  });

  test('has no token if there was none, or it was not valid', async () => {
    const { server, lineOf } = await startLogged();
    await fetch(`${server.url}/healthz`);
    await server.ask('/v2/user', { headers: { Authorization: 'Bearer wrong' } });
    for (const line of [await lineOf('/healthz'), await lineOf('/v2/user')]) expect(line).not.toHaveProperty('token');
  });

  test('has the bytes that were sent, and is marked, if the client disconnected early', async () => {
    const { server, lineOf } = await startLogged();
    await createRegistry(server, 'plain', 'files');
    const size = 64 * 1024 * 1024;
    await bodyOf(publish(server, 'plain', 'app-1.0.0.bin', Buffer.alloc(size, 'x')), 'Package');
    const path = '/acme/plain/files/app-1.0.0.bin';
    const { hostname, port } = new URL(server.url);
    const socket = connect({ host: hostname, port: Number(port) });
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${server.token}\r\n\r\n`);
    socket.once('data', () => socket.destroy());
    const line = await lineOf(path);
    expect(line['complete']).toBe(false);
    expect(line['bytesOut']).toBeLessThan(size);
  });
});

describe('The id of a request', () => {
  test('is in the line of a response, in its header, and in its problem', async () => {
    const { server, lineOf } = await startLogged();
    const found = await server.ask('/v2/user');
    const missing = await server.ask('/v2/organizations/nobody');
    const problem = (await missing.json()) as { request_id: string };
    expect((await lineOf('/v2/user'))['requestId']).toBe(found.headers.get('X-Request-Id'));
    expect((await lineOf('/v2/organizations/nobody'))['requestId']).toBe(problem.request_id);
  });

  test('is in the line of a response to malformed HTTP', async () => {
    const { server, lineWhere } = await startLogged();
    const { hostname, port } = new URL(server.url);
    const socket = connect({ host: hostname, port: Number(port) });
    socket.end('nonsense\r\n\r\n');
    const reply = await text(socket);
    const [, id] = /^X-Request-Id: (\S+)/im.exec(reply) ?? [];
    expect(await lineWhere('requestId', id)).toMatchObject({
      status: 400,
      bytesIn: 12,
      reason: expect.stringMatching(/^request: is not HTTP/),
      remoteAddress: expect.stringContaining('127.0.0.1'),
    });
  });
});

test('the bytes of a request are counted, with its head, for each request of a connection', async () => {
  const { server, lineOf } = await startLogged();
  const { hostname, port } = new URL(server.url);
  const socket = connect({ host: hostname, port: Number(port) });
  const requests = ['/healthz', '/readyz'].map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
  for (const request of requests) {
    socket.write(request);
    await once(socket, 'data');
  }
  const body = 'x'.repeat(1000);
  const last = `POST /v2/user HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1000\r\n\r\n${body}`;
  socket.write(last);
  await text(socket);
  const counts = [await lineOf('/healthz'), await lineOf('/readyz'), await lineOf('/v2/user')];
  expect(counts.map(({ bytesIn }) => bytesIn)).toEqual([...requests, last].map((request) => request.length));
});

describe('The address of a client behind a proxy', () => {
  async function addressesOf(trusted: string | undefined, forwarded: string): Promise<Line> {
    const { server, lineOf } = await startLogged(trusted === undefined ? {} : { LARDER_TRUSTED_PROXIES: trusted });
    await server.ask('/healthz', { headers: { 'X-Forwarded-For': forwarded } });
    return await lineOf('/healthz');
  }

  test.each([
    ['is what a trusted proxy says', '127.0.0.1', '203.0.113.7', '203.0.113.7'],
    [
      'is what the last untrusted one said',
      'loopback, 10.0.0.0/8',
      '198.51.100.1, 203.0.113.7, 10.1.2.3',
      '203.0.113.7',
    ],
    ['is cut if it is long', '127.0.0.0/8', 'x'.repeat(5000), 'x'.repeat(100)],
  ])('%s', async (_, trusted, forwarded, client) => {
    expect(await addressesOf(trusted, forwarded)).toMatchObject({ remoteAddress: '127.0.0.1', clientAddress: client });
  });

  test.each([
    ['if no proxy is trusted', undefined],
    ['if the other end is not one of them', '10.0.0.0/8'],
  ])('is not believed %s', async (_, trusted) => {
    expect(await addressesOf(trusted, '203.0.113.7')).not.toHaveProperty('clientAddress');
  });
});
