import { describe, expect, test } from 'vitest';
import { abuseServer } from './abused-server.ts';
import { filePart, form, formType } from './form.ts';
import { expectProblem } from './problem.ts';
import { exchange, head, openConnection } from './raw-connection.ts';
import { malformed } from './raw-corpus.ts';

const abused = abuseServer();

const good = head('GET /healthz');

describe('Malformed HTTP gets a problem, and the connection is closed', () => {
  test.each(malformed)('%s', async (_, text) => {
    using connection = await openConnection(abused.server.url);
    connection.send(Buffer.from(text, 'latin1'));
    expectProblem(await connection.reply(), 400, 'invalid-request');
    expect(await connection.closed()).toBe('');
  });

  test.each(malformed)('%s, after a good request on the same connection', async (_, text) => {
    using connection = await openConnection(abused.server.url);
    connection.send(good);
    expect((await connection.reply()).status).toBe(200);
    connection.send(Buffer.from(text, 'latin1'));
    expectProblem(await connection.reply(), 400, 'invalid-request');
  });

  test.each(malformed)('%s, directly after a valid request that is still running', async (_, text) => {
    using connection = await openConnection(abused.server.url);
    connection.send(
      Buffer.concat([
        Buffer.from(head(`GET ${abused.packages()}`, { Authorization: `Bearer ${abused.server.token}` })),
        Buffer.from(text, 'latin1'),
      ]),
    );
    expect((await connection.reply()).status).toBe(200);
    expectProblem(await connection.reply(), 400, 'invalid-request');
  });
});

describe('Headers that are too large are rejected', () => {
  test.each<[string, Record<string, string>]>([
    ['one of 20 kB', { 'X-Long': 'x'.repeat(20_000) }],
    ['one of 8 MB', { 'X-Long': 'x'.repeat(8_000_000) }],
    ['many', Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`X-Number-${index}`, 'x'.repeat(20)]))],
  ])('%s', async (_, headers) => {
    expectProblem(await exchange(abused.server.url, head('GET /healthz', headers)), 431, 'headers-too-large');
  });

  test('a URL of 20 kB', async () => {
    expectProblem(await exchange(abused.server.url, head(`GET /${'x'.repeat(20_000)}`)), 431, 'headers-too-large');
  });
});

describe('A body with a broken chunk', () => {
  const upload = (): string =>
    head(`POST ${abused.packages()}`, {
      Authorization: `Bearer ${abused.server.token}`,
      'Content-Type': formType,
      'Transfer-Encoding': 'chunked',
    });
  const body = form(filePart('file', 'app-1.0.0.bin', 'x'.repeat(1000)));

  test('at its beginning', async () => {
    expectProblem(await exchange(abused.server.url, `${upload()}zz\r\n`), 400, 'invalid-request');
  });

  test('in the middle of the file', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(`${upload()}200\r\n`);
    connection.send(body.subarray(0, 0x200));
    await connection.sent('\r\nnonsense\r\n');
    expectProblem(await connection.reply(), 400, 'invalid-request');
    expect(await connection.closed()).toBe('');
  });

  test('after a rejection, which is the only response', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(head(`POST ${abused.packages()}`, { 'Transfer-Encoding': 'chunked' }));
    expectProblem(await connection.reply(), 401, 'unauthenticated');
    connection.send('zz\r\n');
    expect(await connection.closed()).toBe('');
  });
});

describe('A client that misbehaves does not affect others', () => {
  test.each<[string, () => string]>([
    ['after garbage', () => 'garbage\r\n\r\n'],
    ['after CONNECT', () => head('CONNECT larder.test:443')],
    ['in the middle of the headers', () => head('GET /healthz').slice(0, 20)],
    ['after a request', () => head('GET /healthz')],
  ])('one that resets the connection %s', async (_, bytes) => {
    using connection = await openConnection(abused.server.url);
    await connection.sent(bytes());
    connection.reset();
  });

  test.each(['garbage\r\n\r\n', head('CONNECT larder.test:443')])(
    'one that goes on sending after %j reads its response',
    async (bytes) => {
      using connection = await openConnection(abused.server.url);
      connection.send(bytes);
      connection.send(Buffer.alloc(4 * 1024 * 1024, 'x'));
      expect((await connection.reply()).status).toBeGreaterThanOrEqual(400);
    },
  );

  test.each(['garbage\r\n\r\n', head('CONNECT larder.test:443')])(
    'one that never closes after %j is closed',
    async (bytes) => {
      using connection = await openConnection(abused.server.url, { staysHalfOpen: true });
      connection.send(bytes);
      expect((await connection.reply()).status).toBeGreaterThanOrEqual(400);
      await expect.poll(() => connection.isAccepted()).toBe(false);
    },
  );
});

describe('CONNECT', () => {
  test.each(['larder.test:443', 'larder.test'])('to %s is rejected', async (target) => {
    const reply = await exchange(abused.server.url, head(`CONNECT ${target}`));
    expectProblem(reply, 405, 'method-not-allowed');
    expect(reply.headers.get('allow')).toMatch(/GET/);
  });
});

describe('A head that two readers could read differently is rejected with 400, and the connection closed', () => {
  const token = (value: string): string => `Authorization: Bearer ${value}\r\n`;
  const own = (): string => token(abused.server.token);
  test.each<[string, () => string, RegExp]>([
    ['no version', () => 'GET /healthz\r\n\r\n', /^request: must be HTTP/],
    ['HTTP/0.9', () => 'GET /healthz HTTP/0.9\r\nHost: a\r\n\r\n', /^request: must be HTTP/],
    ['HTTP/2.0', () => 'GET /healthz HTTP/2.0\r\nHost: a\r\n\r\n', /^request: must be HTTP/],
    ['RTSP/1.0', () => 'GET /healthz RTSP/1.0\r\nHost: a\r\n\r\n', /^request: must be HTTP/],
    ['ICE/1.0', () => 'SOURCE /healthz ICE/1.0\r\nHost: a\r\n\r\n', /^request: must be HTTP/],
    ['two Host lines', () => 'GET /healthz HTTP/1.1\r\nHost: a\r\nHOST: b\r\n\r\n', /^headers\.host: was sent twice/],
    ['two equal Host lines', () => 'GET /healthz HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n', /was sent twice/],
    ['two in HTTP/1.0', () => 'GET /healthz HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n', /was sent twice/],
    ...['a b', 'a/b', 'user@a', '[::1', 'a:b', 'a,b c', 'größe'].map((name): [string, () => string, RegExp] => [
      `Host: ${name}`,
      () => `GET /healthz HTTP/1.1\r\nHost: ${name}\r\n\r\n`,
      /^headers\.host: must be a host name/,
    ]),
    [
      'two Authorization lines that differ',
      () => head(`GET ${abused.packages()}`).replace('\r\n\r\n', `\r\n${own()}${token('other')}\r\n`),
      /^headers\.authorization: was sent twice/,
    ],
    [
      'two that differ, behind an upload that goes on',
      () => `${head(`POST ${abused.packages()}`, { 'Content-Length': '5' }).slice(0, -2)}${token('other')}${own()}\r\n`,
      /^headers\.authorization: was sent twice/,
    ],
  ])('%s', async (_, bytes, reason) => {
    using connection = await openConnection(abused.server.url);
    connection.send(bytes() + good);
    const reply = await connection.reply();
    expect(expectProblem(reply, 400, 'invalid-request')).toMatch(reason);
    expect(reply.headers.get('connection')).toBe('close');
    expect(await connection.closed()).toBe('');
  });

  test.each(['', 'larder.test', 'larder.test:', 'larder.test:8080', '127.0.0.1:80', '[::1]:8080', 'a_b.test', '%41'])(
    'but not Host: %s',
    async (name) => {
      const reply = await exchange(abused.server.url, `GET /healthz HTTP/1.1\r\nHost: ${name}\r\n\r\n`);
      expect(reply.status).toBe(200);
    },
  );

  test('but not the same Authorization twice', async () => {
    const twice = head(`GET ${abused.packages()}`).replace('\r\n\r\n', `\r\n${own()}${own()}\r\n`);
    expect((await exchange(abused.server.url, twice)).status).toBe(200);
  });
});

describe('HTTP/1.1 without Host', () => {
  test('is rejected', async () => {
    const reply = await exchange(abused.server.url, 'GET /healthz HTTP/1.1\r\n\r\n');
    expect(expectProblem(reply, 400, 'invalid-request')).toContain('headers.host');
  });

  test('is fine in HTTP/1.0', async () => {
    expect(await exchange(abused.server.url, 'GET /healthz HTTP/1.0\r\n\r\n')).toMatchObject({ status: 200 });
  });
});
