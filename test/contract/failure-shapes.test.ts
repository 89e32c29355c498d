/** All failures of a service have its own shape: those that its operations throw, and those of the contract. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createContract } from '../../src/contract/contract.ts';
import { createMock } from '../../src/mock/create-mock.ts';
import { Failure } from '../../src/model/failure.ts';
import { exchange, head, openConnection } from '../bad-input/raw-connection.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { cellsOf, keysOf } from '../matrix/cells.ts';
import { createReach } from '../matrix/reach.ts';
import {
  maven,
  oci,
  ociHeaders,
  openFailureShops,
  optionsOf,
  pages,
  writeOciErrors,
  writePlainText,
} from './failure-shops.ts';
import type { FailureShops } from './failure-shops.ts';

let shops: FailureShops;
beforeAll(async () => {
  shops = await openFailureShops((values) => {
    if (Object.values(values).includes('none')) throw new Failure('not-found', 'There is no\nfile "ü".');
    if (Object.values(values).includes('defect')) throw new Error('the password is sesame');
    return values;
  });
});
afterAll(() => shops[Symbol.asyncDispose]());

const as = (scopes: string, more: object = {}): RequestInit => ({
  headers: { Authorization: `Bearer ${scopes}`, ...more },
});
const basic = (scopes: string): string => `Basic ${Buffer.from(`any:${scopes}`).toString('base64')}`;

async function ask(path: string, init: RequestInit = {}): Promise<{ response: Response; text: string }> {
  const response = await fetch(shops.url + path, init);
  return { response, text: await response.text() };
}

/** The same for bytes that `fetch` does not send. */
async function asked(bytes: string, url = shops.url): ReturnType<typeof ask> {
  const { status, headers, text } = await exchange(url, bytes);
  return { response: new Response(null, { status, headers }), text };
}

const put = (path: string, init: RequestInit = {}): ReturnType<typeof ask> => ask(path, { method: 'PUT', ...init });

describe('a service with errors of its own', () => {
  test.each<[title: string, sent: () => ReturnType<typeof ask>, status: number, code: string]>([
    ['no credentials', () => ask('/v2/acme/app/manifests/x'), 401, 'UNAUTHORIZED'],
    ['invalid credentials', () => ask('/v2/acme/app/manifests/x', as('bad')), 401, 'UNAUTHORIZED'],
    ['a missing scope', () => put('/v2/acme/app/manifests/x', as('pull')), 403, 'DENIED'],
    ['what an operation throws', () => ask('/v2/acme/app/manifests/none', as('pull')), 404, 'NAME_UNKNOWN'],
    ['a defect', () => ask('/v2/acme/app/manifests/defect', as('pull')), 500, 'UNKNOWN'],
    ['an invalid parameter', () => ask(`/v2/acme/app/manifests/${'x'.repeat(21)}`, as('pull')), 400, 'UNKNOWN'],
    ['a query that is not UTF-8', () => ask('/v2/acme/app/manifests/x?a=%FF', as('pull')), 400, 'UNKNOWN'],
    ['a method that the URL lacks', () => ask('/v2/acme/app/manifests/x', { method: 'PATCH' }), 405, 'UNSUPPORTED'],
    [
      'a body of another type',
      () => put('/v2/acme/app/manifests/x', { ...as('pull,push', { 'Content-Type': 'text/plain' }), body: 'x' }),
      415,
      'UNKNOWN',
    ],
    [
      'a body that is too large',
      () =>
        put('/v2/acme/app/manifests/x', {
          ...as('pull,push', { 'Content-Type': 'application/octet-stream' }),
          body: new Uint8Array(1024 * 1024 + 1),
        }),
      413,
      'UNKNOWN',
    ],
    [
      'an expectation that nobody meets',
      () => asked(head('GET /v2/acme/app/manifests/x', { Expect: 'the-unexpected' })),
      417,
      'UNKNOWN',
    ],
    ['an unknown URL below its own', () => ask('/v2/acme/app/nothing'), 404, 'NAME_UNKNOWN'],
    ['an unknown URL one segment below the root', () => ask('/v2'), 404, 'NAME_UNKNOWN'],
  ])('%s', async (_, sent, status, code) => {
    const { response, text } = await sent();
    expect([response.status, response.headers.get('content-type'), JSON.parse(text)]).toEqual([
      status,
      'application/json',
      { errors: [{ code, message: expect.stringMatching(/\w/) }] },
    ]);
    expect(response.headers.get('docker-distribution-api-version')).toBe('registry/2.0');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(text).not.toContain('sesame');
  });

  test('challenges with what the request is about', async () => {
    const challengeOf = async (asked: ReturnType<typeof ask>): Promise<string | null> =>
      (await asked).response.headers.get('www-authenticate');
    const realm = 'Bearer realm="https://packages.test/token",service="packages.test"';
    expect(await challengeOf(ask('/v2/acme/app/manifests/x'))).toBe(`${realm},scope="repository:acme/app:pull"`);
    expect(await challengeOf(put('/v2/acme%2Fapp/manifests/x'))).toBe(`${realm},scope="repository:acme/app:pull,push"`);
  });

  test('has its headers on every response', async () => {
    const versionOf = async (asked: ReturnType<typeof ask>): Promise<string | null> =>
      (await asked).response.headers.get('docker-distribution-api-version');
    expect(await versionOf(ask('/v2/acme/app/manifests/x', as('pull')))).toBe('registry/2.0');
    expect(await versionOf(ask('/v2/acme/app/manifests/x', { method: 'OPTIONS' }))).toBe('registry/2.0');
    expect(await versionOf(ask('/maven/a'))).toBeNull();
  });

  test('replies to HEAD alike, without a body', async () => {
    const { response, text } = await ask('/v2/acme/app/manifests/none', { ...as('pull'), method: 'HEAD' });
    const got = await ask('/v2/acme/app/manifests/none', as('pull'));
    expect([response.status, text]).toEqual([404, '']);
    const differing = (headers: Headers): object => ({
      ...Object.fromEntries(headers),
      date: '',
      'x-request-id': '',
      // `fetch` closes the connection of a HEAD.
      connection: '',
      'keep-alive': '',
    });
    expect(differing(response.headers)).toEqual(differing(got.response.headers));
  });

  test('rejects before the body is read, and the client reads it', async () => {
    using connection = await openConnection(shops.url);
    const lines = { 'Content-Type': 'application/octet-stream', 'Content-Length': '900000' };
    connection.send(head('PUT /v2/acme/app/manifests/x', lines));
    const { status, text } = await connection.reply();
    expect([status, JSON.parse(text)]).toMatchObject([401, { errors: [{ code: 'UNAUTHORIZED' }] }]);
  });

  test('names what is wrong with a broken chunk', async () => {
    const lines = {
      'Content-Type': 'application/octet-stream',
      'Transfer-Encoding': 'chunked',
      Authorization: 'Bearer pull,push',
    };
    const { status, headers, text } = await exchange(shops.url, `${head('PUT /v2/acme/app/manifests/x', lines)}zz\r\n`);
    expect([status, JSON.parse(text)]).toMatchObject([
      400,
      { errors: [{ code: 'UNKNOWN', message: expect.stringContaining('is not HTTP') }] },
    ]);
    expect(headers.get('docker-distribution-api-version')).toBe('registry/2.0');
  });
});

test('a body that stalls is a failure of its service', async () => {
  const events: unknown[] = [];
  const options = optionsOf(
    () => ({}),
    (event) => events.push(event),
  );
  const limits = { ...options.limits, pace: { bytesPerSecond: 1, patience: 50, longest: 50 } };
  const handle = createContract({ ...options, limits });
  await using server = await listenLocally(createServer((request, response) => void handle(request, response)));
  const lines = { 'Content-Type': 'application/octet-stream', 'Content-Length': '900000' };
  const image = { ...lines, Authorization: 'Bearer pull,push' };
  const rejected = await asked(head('PUT /v2/acme/app/manifests/x', image), server.url);
  expect([rejected.response.status, JSON.parse(rejected.text)]).toMatchObject([408, { errors: [{ code: 'UNKNOWN' }] }]);
  const artifact = { ...lines, Authorization: basic('push') };
  const { response, text } = await asked(head('PUT /maven/a', artifact), server.url);
  expect([response.status, response.headers.get('content-type'), text]).toEqual([
    408,
    'text/plain',
    expect.stringMatching(/\w/),
  ]);
});

describe('a service with plain text', () => {
  test('sends what an operation throws, in the status line too', async () => {
    const { response, text } = await ask('/maven/none', { headers: { Authorization: basic('pull') } });
    expect([response.status, response.headers.get('content-type'), text]).toEqual([
      404,
      'text/plain',
      'There is no\nfile "ü".',
    ]);
    expect(response.statusText).toBe('There is no file " ".');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each<[title: string, path: string, init: RequestInit, status: number]>([
    ['no credentials', '/maven/a', { method: 'PUT', body: 'x' }, 401],
    ['a method that the URL lacks', '/maven/a', { method: 'DELETE' }, 405],
    ['an unknown URL below its own', '/maven/A', {}, 404],
    ['a defect', '/maven/defect', {}, 500],
  ])('%s', async (_, path, init, status) => {
    const { response, text } = await ask(path, init);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/plain']);
    expect(response.statusText).toBe(text);
  });

  test('writes a broken chunk as text, too', async () => {
    const lines = {
      'Content-Type': 'application/octet-stream',
      'Transfer-Encoding': 'chunked',
      Authorization: basic('push'),
    };
    const { headers, text } = await exchange(shops.url, `${head('PUT /maven/a', lines)}zz\r\n`);
    expect([headers.get('content-type'), text]).toEqual([
      'text/plain',
      expect.stringContaining('request: is not HTTP'),
    ]);
  });
});

describe('a service for people and programs', () => {
  test.each([
    ['text/html,application/xhtml+xml', 'text/html', '<p>Not found</p>'],
    ['*/*', 'application/problem+json', expect.stringContaining('"There is no')],
  ])('sends what "Accept: %s" prefers', async (accept, type, body) => {
    const { response, text } = await ask('/pages/none', { headers: { Accept: accept } });
    expect([response.headers.get('content-type'), response.headers.get('vary'), text]).toEqual([type, 'Accept', body]);
  });
});

describe('is for no service, so that it is a problem:', () => {
  test.each<[title: string, path: string]>([
    ['a URL that is below nothing', '/nothing'],
    ['the root', '/'],
  ])('%s', async (_, path) => {
    const { response } = await ask(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  test.each([
    ['what is not HTTP', 'nonsense\r\n\r\n'],
    ['a request without Host', 'GET /v2/acme/app/manifests/x HTTP/1.1\r\n\r\n'],
    ['a path that is not UTF-8', head('GET /v2/%FF')],
  ])('%s', async (_, sent) => {
    const { status, headers } = await exchange(shops.url, sent);
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  });
});

test('a service that writes what its description lacks does not start', () => {
  const { services, ...options } = optionsOf(
    () => ({}),
    () => undefined,
  );
  const [images, artifacts, pagesOfShop] = services;
  if (!images || !artifacts || !pagesOfShop) throw new Error('There are three services.');
  const start = (service: typeof images, failure: typeof images.failure): void => {
    createContract({ ...options, services: [{ ...service, ...(failure && { failure }) }] });
  };
  expect(() => start(artifacts, writeOciErrors)).toThrow(
    'Artifacts writes invalid-request as 400 application/json, but getArtifact describes it as text/plain',
  );
  expect(() => start(images, (failure, facts) => ({ ...writeOciErrors(failure, facts), status: 418 }))).toThrow(
    'Images writes invalid-request as 418 application/json, but getManifest does not describe that status',
  );
  const { failure: _, ...usual } = artifacts;
  expect(() => createContract({ ...options, services: [usual] })).toThrow(
    'Artifacts writes invalid-request as 400 application/problem+json',
  );
});

test('a body that its description lacks does not go out', async () => {
  const { services, ...options } = optionsOf(
    () => ({}),
    () => undefined,
  );
  const [images] = services;
  if (!images) throw new Error('There is a service.');
  const failure = (): ReturnType<typeof writeOciErrors> => ({ type: 'application/json', body: { errors: 'none' } });
  const events: unknown[] = [];
  const handle = createContract({
    ...options,
    services: [{ ...images, failure }],
    observe: (event) => events.push(event),
  });
  await using server = await listenLocally(createServer((request, response) => void handle(request, response)));
  expect((await fetch(`${server.url}/v2/acme/app/manifests/x`)).status).toBe(500);
  expect(events).toMatchObject([{ violations: [expect.stringContaining('body.errors must be array')] }]);
});

test('the mock fails like the service', async () => {
  const { limits } = optionsOf(
    () => ({}),
    () => undefined,
  );
  const mock = await createMock(oci, {
    limits,
    observe: () => undefined,
    failure: writeOciErrors,
    headers: ociHeaders,
  });
  const plain = await createMock(maven, { limits, observe: () => undefined, failure: writePlainText });
  await using images = await listenLocally(createServer((request, response) => void mock(request, response)));
  await using artifacts = await listenLocally(createServer((request, response) => void plain(request, response)));
  const rejected = await fetch(`${images.url}/v2/acme/app/manifests/x`);
  expect([rejected.status, await rejected.json()]).toMatchObject([401, { errors: [{ code: 'UNAUTHORIZED' }] }]);
  const shown = await fetch(`${artifacts.url}/maven/a`, { headers: { Prefer: 'code=404' } });
  expect([shown.status, shown.headers.get('content-type'), await shown.text()]).toEqual([
    404,
    'text/plain',
    'It is wrong.',
  ]);
});

test('the matrix sees failures of all shapes', () => {
  const cells = cellsOf([oci, maven, pages]);
  const reach = createReach(cells);
  const reached = new Set<string>();
  for (const { operationId = '', checked } of shops.events)
    for (const key of checked ? reach(operationId, checked) : []) reached.add(key);
  const wanted = [
    'getManifest 401 application/json',
    'getManifest 400 application/json, example failure',
    'putManifest 413 application/json',
    'getArtifact 404 text/plain',
    'getArtifact 404 text/plain, example failure',
    'getPage 404 text/html',
    'getPage 404 application/problem+json',
  ];
  expect(keysOf(cells)).toEqual(expect.arrayContaining(wanted));
  expect([...reached]).toEqual(expect.arrayContaining(wanted));
});
