import { execFile } from 'node:child_process';
import { mkdtempDisposable, truncate, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../src/model/failure.ts';
import { abuseServer } from './abused-server.ts';
import { formType, part } from './form.ts';
import { replyOf, expectProblem, type Reply } from './problem.ts';
import { exchange, head, openConnection } from './raw-connection.ts';

const mebibyte = 1024 * 1024;
const abused = abuseServer({ LARDER_MAX_PACKAGE_SIZE: String(4 * mebibyte) });

/** More than is drained. */
const size = 96 * mebibyte;
const beginning = part(['Content-Disposition: form-data; name="file"; filename="app-1.0.0.bin"'], '').subarray(0, -2);

/** The body of an upload that ends only after `size` bytes. */
function* body(): Generator<Uint8Array> {
  yield beginning;
  const block = Buffer.alloc(mebibyte);
  for (let sent = beginning.length; sent < size; sent += block.length) yield block.subarray(0, size - sent);
}

interface Upload {
  readonly url: string;
  readonly headers: Record<string, string>;
}

type Client = (upload: Upload) => Promise<Reply>;

function byNodeHttp(options: http.RequestOptions): Client {
  return ({ url, headers }) =>
    new Promise((resolve, reject) => {
      const request = http.request(url, { method: 'POST', headers, ...options });
      request.on('error', reject);
      request.on('response', (response) => {
        const status = response.statusCode ?? 0;
        text(response).then(
          (content) =>
            resolve({
              status,
              headers: new Headers(Object.entries(response.headers as Record<string, string>)),
              text: content,
            }),
          reject,
        );
      });
      Readable.from(body()).pipe(request);
    });
}

const byFetch: Client = async ({ url, headers }) => {
  const init = { method: 'POST', headers, body: ReadableStream.from(body()), duplex: 'half' } as const;
  return replyOf(await fetch(url, init));
};

/** curl waits for no 100 when the header is emptied. */
const byCurl: Client = async ({ url, headers }) => {
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'larder-curl-'));
  const file = path.join(folder.path, 'body');
  await writeFile(file, beginning);
  await truncate(file, size);
  const length = 'Content-Length' in headers ? {} : { 'Transfer-Encoding': 'chunked' };
  const lines = Object.entries({ Expect: '', ...length, ...headers }).flatMap(([name, value]) => [
    '-H',
    `${name}: ${value}`,
  ]);
  const format =
    '%{http_code} %header{content-type} %header{content-length} %header{access-control-allow-origin} %header{access-control-expose-headers} %header{x-request-id}';
  const run = promisify(execFile)('curl', ['-sS', '-X', 'POST', '-T', file, ...lines, '-w', `\n${format}`, url]);
  const { stdout } = await run;
  const end = stdout.lastIndexOf('\n');
  const [status, type = '', bytes = '', origin = '', exposed = '', id = ''] = stdout.slice(end + 1).split(' ');
  return {
    status: Number(status),
    headers: new Headers({
      'Content-Type': type,
      'Content-Length': bytes,
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers': exposed,
      'X-Request-Id': id,
    }),
    text: stdout.slice(0, end),
  };
};

const hasCurl = await promisify(execFile)('curl', ['--version']).then(
  () => true,
  () => false,
);

const clients: [string, Client][] = [
  ['node:http', byNodeHttp({})],
  ['node:http that wants the connection closed', byNodeHttp({ agent: false })],
  ['fetch', byFetch],
  ...(hasCurl ? [['curl', byCurl] satisfies [string, Client]] : []),
];

describe.each(clients)('A client that is still sending reads its rejection: %s', (_, client) => {
  const rejections: [string, number, ProblemCode, () => Upload][] = [
    [
      'no credentials',
      401,
      'unauthenticated',
      () => ({ url: abused.packages(), headers: { 'Content-Type': formType } }),
    ],
    [
      'an unknown registry',
      404,
      'not-found',
      () => ({ url: abused.server.in('unknown', 'packages'), headers: allowed() }),
    ],
    [
      'a length over the limit',
      413,
      'payload-too-large',
      () => ({ url: abused.packages(), headers: { ...allowed(), 'Content-Length': String(size) } }),
    ],
    [
      'a body that grows over the limit',
      413,
      'payload-too-large',
      () => ({ url: abused.packages(), headers: allowed() }),
    ],
  ];

  test.each(rejections)('%s', async (_name, status, code, make) => {
    const { url, headers } = make();
    const begun = performance.now();
    expectProblem(await client({ url: abused.server.url + url, headers }), status, code);
    expect(performance.now() - begun, 'milliseconds until the answer').toBeLessThan(2000);
  });
});

function allowed(): Record<string, string> {
  return { 'Content-Type': formType, Authorization: `Bearer ${abused.server.token}` };
}

describe('A connection on which a rejected body does not end is closed', () => {
  const endless = (more: Record<string, string> = {}): string =>
    head(`POST ${abused.packages()}`, { 'Content-Type': formType, 'Content-Length': String(2 ** 40), ...more });

  test('after a while, when nothing more comes', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(endless());
    expectProblem(await connection.reply(), 401, 'unauthenticated');
    expect(await connection.closed()).toBe('');
  });

  test('after 64 MiB or two seconds, when more comes', async () => {
    using connection = await openConnection(abused.server.url);
    const begun = performance.now();
    connection.send(endless());
    expectProblem(await connection.reply(), 401, 'unauthenticated');
    const block = Buffer.alloc(mebibyte);
    let sent = 0;
    const send = async (): Promise<void> => {
      for (; sent < 1000; sent += 1) await connection.sent(block);
    };
    await expect(send()).rejects.toThrow();
    // A machine that is busy with other things may not get so far in that time.
    expect(sent >= 64 || performance.now() - begun >= 2000).toBe(true);
    expect(sent).toBeLessThan(200);
  });

  test('immediately, when a request that was to be the last has ended', async () => {
    const rest = Buffer.alloc(mebibyte);
    using connection = await openConnection(abused.server.url);
    connection.send(endless({ 'Content-Length': String(rest.length), Connection: 'close' }));
    expectProblem(await connection.reply(), 401, 'unauthenticated');
    await connection.sent(rest);
    using other = await openConnection(abused.server.url);
    other.send(endless());
    expectProblem(await other.reply(), 401, 'unauthenticated');
    const ended = connection.closed().then((unread) => ({ ended: 'this one', unread }));
    const waited = other.closed().then(() => ({ ended: 'the one that waits for more' }));
    expect(await Promise.race([ended, waited])).toEqual({ ended: 'this one', unread: '' });
  });
});

describe('A client that expects a 100, but does not wait for it', () => {
  const expecting = (length: number): string =>
    head(`POST ${abused.packages()}`, {
      'Content-Type': formType,
      'Content-Length': String(length),
      Expect: '100-continue',
    });

  test('reads its rejection after it has sent its body, and then the connection is closed', async () => {
    const rest = Buffer.alloc(mebibyte);
    for (let round = 0; round < 12; round += 1) {
      using connection = await openConnection(abused.server.url);
      connection.send(expecting(8 * mebibyte));
      for (let sent = 0; sent < 8; sent += 1) await connection.sent(rest);
      const reply = await connection.reply();
      expectProblem(reply, 401, 'unauthenticated');
      expect(reply.headers.get('connection')).toBe('close');
      expect(await connection.closed()).toBe('');
    }
  });

  test('is cut off when it sends more than is drained', async () => {
    using connection = await openConnection(abused.server.url, { staysHalfOpen: true });
    connection.send(expecting(2 ** 40));
    expectProblem(await connection.reply(), 401, 'unauthenticated');
    const block = Buffer.alloc(mebibyte);
    const send = async (): Promise<void> => {
      for (let sent = 0; sent < 1000; sent += 1) await connection.sent(block);
    };
    await expect(send()).rejects.toThrow();
  });

  test('gets no response to what it sends after that', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(expecting(3));
    connection.send(`abc${head('GET /healthz')}`);
    expectProblem(await connection.reply(), 401, 'unauthenticated');
    expect(await connection.closed()).toBe('');
  });
});

describe('A body that was read to its end', () => {
  test('leaves the connection as it was', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(head(`POST ${abused.packages()}`, { 'Content-Length': '10' }));
    expectProblem(await connection.reply(), 401, 'unauthenticated');
    connection.send(`0123456789${head('GET /healthz')}`);
    expect(await connection.reply()).toMatchObject({ status: 200 });
  });
});

describe('The limit of a package', () => {
  async function post(bytes: number): Promise<Reply> {
    const content = Buffer.alloc(bytes, 'x');
    const form = new FormData();
    form.set('file', new Blob([content]), 'app-1.0.0.bin');
    return replyOf(await abused.server.ask(abused.packages(), { method: 'POST', body: form }));
  }

  test('is its size, and not one byte less', async () => {
    abused.expectPublished(1);
    expect(await post(4 * mebibyte)).toMatchObject({ status: 200 });
  });

  test('and not one byte more', async () => {
    expectProblem(await post(4 * mebibyte + 1), 413, 'payload-too-large');
  });

  test.each<[string, () => Generator<Uint8Array>]>([
    ['before the first part', () => endless(Buffer.from('preamble'))],
    [
      'in a part that nobody wants',
      () => endless(part(['Content-Disposition: form-data; name="other"; filename="x"'], '')),
    ],
    ['after the last part', () => endless(Buffer.concat([beginning, Buffer.from('\r\n--here-ends-a-part--\r\n')]))],
  ])('ends a body that does not end %s', async (_, content) => {
    const reply = await byEndlessFetch(content());
    expectProblem(reply, 413, 'payload-too-large');
  });

  function* endless(first: Uint8Array): Generator<Uint8Array> {
    yield first;
    for (;;) yield Buffer.alloc(mebibyte);
  }

  async function byEndlessFetch(content: Generator<Uint8Array>): Promise<Reply> {
    const init = {
      method: 'POST',
      headers: { 'Content-Type': formType },
      body: ReadableStream.from(content),
      duplex: 'half',
    } as const;
    return replyOf(await abused.server.ask(abused.packages(), init));
  }
});

test('HTTP/1.0, as proxies speak it, reads its rejection and is closed', async () => {
  const request = head(`POST ${abused.packages()}`, { 'Content-Length': '10', Connection: 'close' }).replace(
    'HTTP/1.1',
    'HTTP/1.0',
  );
  expectProblem(await exchange(abused.server.url, request), 401, 'unauthenticated');
});
