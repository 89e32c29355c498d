/** Every response has the id of its request, including all failures. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock } from '../../src/mock/create-mock.ts';
import { requestIdOf } from '../../src/contract/request-id.ts';
import { listenLocally, type Listening } from '../fixtures/listen-locally.ts';
import { authenticate, orchard } from './orchard.ts';
import { limits, serveDescription, type Served } from './serve-description.ts';

let server: Served;
let mock: Listening;
beforeAll(async () => {
  const fails = (): never => {
    throw new Error('the catalog is away');
  };
  server = await serveDescription({
    document: orchard,
    operations: {
      getApple: fails,
      getPear: fails,
      getPlum: () => ({ status: 200, headers: { 'X-Request-Id': 'my-own' }, body: {} }),
      moveBox: fails,
    },
    authenticate,
  });
  const handle = await createMock(orchard, { limits, observe: () => undefined });
  mock = await listenLocally(createServer((request, response) => void handle(request, response)));
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await mock[Symbol.asyncDispose]();
});

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const buyer = { Authorization: 'Bearer buy' };

const requests: readonly (readonly [title: string, path: string, init: RequestInit, status: number])[] = [
  ['a success', '/plums/1', {}, 200],
  ['HEAD', '/plums/1', { method: 'HEAD' }, 200],
  ['OPTIONS', '/plums/1', { method: 'OPTIONS' }, 204],
  ['a request without credentials', '/apples/1', {}, 401],
  ['an unknown URL', '/cherries', {}, 404],
  ['another method', '/plums/1', { method: 'DELETE' }, 405],
  ['an invalid parameter', '/plums/1?count=many', {}, 400],
];

test.each(requests)('%s', async (_, path, init, status) => {
  for (const url of [server.url, mock.url]) {
    const responses = [await fetch(url + path, init), await fetch(url + path, init)];
    const ids = responses.map(({ headers }) => headers.get('X-Request-Id'));
    expect(responses.map((response) => response.status)).toEqual([status, status]);
    expect(ids).toEqual([expect.stringMatching(uuid), expect.stringMatching(uuid)]);
    expect(ids[0]).not.toBe(ids[1]);
    if (status < 400) continue;
    const problems = await Promise.all(responses.map(async (response) => (await response.json()) as object));
    expect(problems).toEqual(ids.map((id) => expect.objectContaining({ request_id: id })));
  }
});

test('an unexpected error', async () => {
  const response = await fetch(`${server.url}/apples/1`, { headers: buyer });
  const { request_id } = (await response.json()) as { request_id: string };
  expect([response.status, response.headers.get('X-Request-Id')]).toEqual([500, request_id]);
  const { request, error } = server.events.at(-1) ?? {};
  expect([request && requestIdOf(request), error]).toEqual([request_id, new Error('the catalog is away')]);
});

describe('The id', () => {
  test('is not taken over from a client', async () => {
    const headers = { 'X-Request-Id': '4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d' };
    const response = await fetch(`${server.url}/plums/1`, { headers });
    expect(response.headers.get('X-Request-Id')).not.toBe(headers['X-Request-Id']);
  });

  test('is that of the request in the problems that the mock shows', async () => {
    const response = await fetch(`${mock.url}/apples/1`, { headers: { ...buyer, Prefer: 'code=403' } });
    const { request_id } = (await response.json()) as { request_id: string };
    expect([response.status, response.headers.get('X-Request-Id')]).toEqual([403, request_id]);
  });
});
