import { beforeAll, describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../src/model/failure.ts';
import { storeToken } from '../fixtures/stored-tokens.ts';
import { abuseServer } from './abused-server.ts';
import { filePart, form, formType } from './form.ts';
import { expectProblem } from './problem.ts';
import { exchange, head, openConnection } from './raw-connection.ts';

const limit = 1024 * 1024;
const abused = abuseServer({ LARDER_MAX_PACKAGE_SIZE: String(limit) });

let readOnly = '';
beforeAll(async () => {
  readOnly = await storeToken(abused.server.larder, { scopes: ['read_packages', 'write_registries'] });
});

interface Upload {
  readonly path?: string;
  readonly secret?: string | undefined;
  readonly headers?: Record<string, string>;
}

/** The head of a valid upload, except for the given headers. */
function upload({ path = abused.packages(), headers = {}, ...rest }: Upload = {}): string {
  const secret = 'secret' in rest ? rest.secret : abused.server.token;
  return head(`POST ${path}`, {
    'Content-Type': formType,
    'Content-Length': '1000',
    Expect: '100-continue',
    ...(secret === undefined ? {} : { Authorization: `Bearer ${secret}` }),
    ...headers,
  });
}

const rejections: [string, number, ProblemCode, () => Upload][] = [
  ['without credentials', 401, 'unauthenticated', () => ({ secret: undefined })],
  ['with a wrong token', 401, 'unauthenticated', () => ({ secret: 'larder_wrong' })],
  ['with another scheme', 401, 'unauthenticated', () => ({ headers: { Authorization: 'Digest abc' } })],
  ['with a token that lacks the scope', 403, 'missing-scope', () => ({ secret: readOnly })],
  ['to an unknown URL', 404, 'not-found', () => ({ path: '/nothing' })],
  ['to a URL without POST', 405, 'method-not-allowed', () => ({ path: '/healthz' })],
  ['to an unknown organization', 404, 'not-found', () => ({ path: abused.packages().replace('acme', 'other') })],
  ['to an unknown registry', 404, 'not-found', () => ({ path: abused.server.in('unknown', 'packages') })],
  ['with a query that is not UTF-8', 400, 'invalid-request', () => ({ path: `${abused.packages()}?force=%FF` })],
  ['of a wrong media type', 415, 'unsupported-media-type', () => ({ headers: { 'Content-Type': 'text/plain' } })],
  ['in a content encoding', 415, 'unsupported-media-type', () => ({ headers: { 'Content-Encoding': 'gzip' } })],
  [
    'with a length over the limit',
    413,
    'payload-too-large',
    () => ({ headers: { 'Content-Length': String(3 * limit) } }),
  ],
  ['with another expectation', 417, 'expectation-failed', () => ({ headers: { Expect: 'the-unexpected' } })],
];

describe('An upload that waits for a 100 is rejected before it is sent', () => {
  test.each(rejections)('%s', async (_, status, code, make) => {
    using connection = await openConnection(abused.server.url);
    connection.send(upload(make()));
    expectProblem(await connection.reply(), status, code);
    // If the body was sent nevertheless, it could not be distinguished from another request.
    expect(await connection.closed()).toBe('');
  });

  test('JSON with a length over the limit', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': String(2 * 1024 * 1024) };
    const reply = await exchange(abused.server.url, upload({ path: abused.server.in(), headers }));
    expectProblem(reply, 413, 'payload-too-large');
  });
});

describe('An upload that waits for a 100 and is fine', () => {
  const body = form(filePart('file', 'app-1.0.0.bin'));

  test('gets it, and then its response', async () => {
    abused.expectPublished(1);
    using connection = await openConnection(abused.server.url);
    connection.send(upload({ headers: { 'Content-Length': String(body.length) } }));
    expect(await connection.reply()).toMatchObject({ status: 100 });
    connection.send(body);
    expect(await connection.reply()).toMatchObject({ status: 200 });
  });

  test('keeps its connection for the next request', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(upload({ headers: { 'Content-Length': '5' } }));
    expect(await connection.reply()).toMatchObject({ status: 100 });
    connection.send('wrong');
    expectProblem(await connection.reply(), 400, 'invalid-request');
    connection.send(head('GET /healthz'));
    expect(await connection.reply()).toMatchObject({ status: 200 });
  });

  test('in any case of the word', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(upload({ headers: { Expect: '100-Continue', 'Content-Length': '5' } }));
    expect(await connection.reply()).toMatchObject({ status: 100 });
  });

  test('can still read a rejection while it sends', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(upload({ headers: { 'Content-Length': String(2 * limit) } }));
    expect(await connection.reply()).toMatchObject({ status: 100 });
    const tooLong = form(filePart('file', 'app-1.0.0.bin', Buffer.alloc(limit + 1)));
    connection.send(tooLong);
    expectProblem(await connection.reply(), 413, 'payload-too-large');
    connection.send(Buffer.alloc(2 * limit - tooLong.length));
    connection.send(head('GET /healthz'));
    expect(await connection.reply()).toMatchObject({ status: 200 });
  });
});

describe('A request that needs no body', () => {
  test('gets a response without a 100, and is closed', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(head('GET /healthz', { Expect: '100-continue', 'Content-Length': '5' }));
    expect(await connection.reply()).toMatchObject({ status: 200 });
    expect(await connection.closed()).toBe('');
  });
});

describe('HTTP/1.0 cannot wait for a 100', () => {
  test('and gets none', async () => {
    abused.expectPublished(1);
    const body = form(filePart('file', 'old-1.0.0.bin', 'old'));
    const request = upload({ headers: { 'Content-Length': String(body.length) } }).replace('HTTP/1.1', 'HTTP/1.0');
    expect(await exchange(abused.server.url, request + body.toString())).toMatchObject({ status: 200 });
  });
});
