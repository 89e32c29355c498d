/** The result of a call: described responses and nothing else. */
import { describe, expect, it } from 'vitest';
import { createLarderClient, LarderError, UnexpectedAnswer, unwrap } from '../../src/client/index.ts';
import { problem, startScripted, type Scripted } from './scripted-server.ts';

const path = { organization: 'acme', registry: 'shelf' };
const registry = '/v2/packages/organizations/{organization}/registries/{registry}';
const unexpected: readonly (readonly [what: string, reply: Scripted])[] = [
  ['a status that is not described', { status: 502, body: 'Bad gateway' }],
  ['a success that is not described', { status: 201, body: {} }],
  ['a page of something in between', { status: 404, headers: { 'Content-Type': 'text/html' }, body: '<h1>Nothing' }],
  ['a problem of another media type', { ...problem(404), headers: { 'Content-Type': 'application/json' } }],
  ['a problem that is no JSON', { status: 404, body: 'Nothing here' }],
  ['a problem without a body', { status: 404 }],
  ['a problem that is no object', { status: 404, body: '404' }],
  ['a success of another media type', { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<h1>Hello' }],
  ['a success that is cut off', { status: 200, body: '{"id": "0191e2' }],
  ['a success without a body', { status: 200 }],
];

describe('UnexpectedAnswer is thrown for', () => {
  it.each(unexpected)('%s', async (_, reply) => {
    const { larder, url } = await startScripted([reply]);
    const error: unknown = await larder.GET(registry, { params: { path } }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnexpectedAnswer);
    const text = typeof reply.body === 'string' ? reply.body : '';
    expect(error).toMatchObject({
      status: reply.status,
      text: expect.stringContaining(text),
      message: expect.stringContaining(`from ${url}/v2/packages/organizations/acme/registries/shelf (${reply.status}`),
      url: `${url}/v2/packages/organizations/acme/registries/shelf`,
      server: undefined,
    });
  });

  it('a body without an end, of which it reads the start', async () => {
    let isCancelled = false;
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(100_000).fill(65)),
      cancel: () => void (isCancelled = true),
    });
    const larder = createLarderClient({
      baseUrl: 'http://127.0.0.1:1',
      fetch: () => Promise.resolve(new Response(endless, { headers: { 'Content-Type': 'text/plain' } })),
    });
    const error: unknown = await larder.GET('/healthz').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ status: 200, text: 'A'.repeat(500) });
    expect(isCancelled).toBe(true);
  });
});

it('a media type may carry parameters, and any case', async () => {
  const headers = { 'Content-Type': 'Application/Problem+JSON; charset=utf-8' };
  const { larder } = await startScripted([{ ...problem(404), headers }]);
  const reply = await larder.GET(registry, { params: { path } });
  expect(reply.status === 404 && reply.error.detail).toBe('The script says so.');
});

it('a redirect is not followed: the token goes nowhere else', async () => {
  const elsewhere = await startScripted([problem(404)]);
  const { larder } = await startScripted([{ status: 307, headers: { Location: elsewhere.url } }]);
  await expect(larder.GET('/healthz')).rejects.toThrow(TypeError);
  expect(elsewhere.asked).toEqual([]);
});

it('a network that fails rejects as fetch does', async () => {
  const larder = createLarderClient({ baseUrl: 'http://127.0.0.1:1' });
  const error: unknown = await larder.GET('/healthz').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toHaveProperty('cause');
});

describe('unwrap', () => {
  it('returns the data of a success', async () => {
    const { larder } = await startScripted([{ status: 200, body: { status: 'ok' } }]);
    expect(unwrap(await larder.GET('/healthz'))).toEqual({ status: 'ok' });
  });

  it('throws what a person can act on', async () => {
    const { larder, url } = await startScripted([problem(403, 'missing-scope')]);
    const reply = await larder.GET('/v2/user');
    expect(() => unwrap(reply)).toThrow(LarderError);
    expect(() => unwrap(reply)).toThrow(
      expect.objectContaining({
        name: 'MissingScopeError',
        status: 403,
        problem: reply.error,
        message: 'The script says so.',
        method: 'GET',
        url: `${url}/v2/user`,
      }),
    );
  });

  it('has the id of the request in the log of the server', async () => {
    const request_id = '4f6b1c2a-9d3e-4a7b-8c5d-2e1f0a9b8c7d';
    const rejection = problem(403, 'missing-scope');
    const { larder } = await startScripted([
      { ...rejection, body: { ...(rejection.body as object), request_id } },
      rejection,
    ]);
    const [named, old] = [await larder.GET('/v2/user'), await larder.GET('/v2/user')];
    expect(() => unwrap(named)).toThrow(expect.objectContaining({ requestId: request_id }));
    expect(() => unwrap(old)).toThrow(expect.objectContaining({ requestId: undefined }));
  });

  it('throws for a response that has nothing, such as a 304', async () => {
    const { larder } = await startScripted([{ status: 304 }]);
    const reply = await larder.download({ ...path, package: 'id', file: 'a' }, { headers: { 'If-None-Match': '"a"' } });
    expect(() => unwrap(reply)).toThrow(expect.objectContaining({ status: 304, problem: undefined }));
  });
});
