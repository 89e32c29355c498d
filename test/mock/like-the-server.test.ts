/** The mock instead of the server: both send the same responses to the same requests, down to the last header. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withAnyRequestId } from '../fixtures/request-id.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';
import { registries, useMock } from './use-mock.ts';

const mock = useMock();
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ LARDER_ORGANIZATION: 'my_great_org' });
  await server.ask(registries, json({ name: 'my registry', ecosystem: 'debian' }));
});

afterAll(() => server[Symbol.asyncDispose]());

const boundary = { 'Content-Type': 'multipart/form-data; boundary=x' };
const packages = `${registries}/my-registry/packages`;

const requests: readonly (readonly [string, string, RequestInit])[] = [
  ['an unknown URL', '/nowhere', {}],
  ['another slash', `/${registries}`, { method: 'OPTIONS' }],
  ['a slash at the end', `${registries}/`, { method: 'OPTIONS' }],
  ['two slashes inside', registries.replace('/v2/', '/v2//'), { method: 'OPTIONS' }],
  ['a method that is not there', registries, { method: 'DELETE' }],
  ['no credentials', registries, { headers: { Authorization: '' } }],
  ['credentials of another kind', registries, { headers: { Authorization: 'Digest x' } }],
  ['a wrong parameter', `${packages}?per_page=x`, {}],
  ['a wrong id in the path', `${packages}/1`, {}],
  ['a body that is not JSON', registries, { ...json({}), body: '{' }],
  ['a body that lacks something', registries, json({ name: 'x' })],
  ['a body of another type', registries, { method: 'POST', body: 'x', headers: { 'Content-Type': 'text/plain' } }],
  ['a form that ends early', packages, { method: 'POST', body: '--x\r\nContent-Dispo', headers: boundary }],
  [
    'a form with a broken part',
    packages,
    { method: 'POST', body: '--x\r\nno colon\r\n\r\nx\r\n--x--', headers: boundary },
  ],
  ['a form without a file', packages, { method: 'POST', body: '--x--\r\n', headers: boundary }],
  ['OPTIONS', packages, { method: 'OPTIONS' }],
  ['a preflight', packages, { method: 'OPTIONS', headers: preflight('authorization, prefer') }],
  ['HEAD of what is not there', '/nowhere', { method: 'HEAD' }],
];

describe.each(requests)('to %s', (_, path, init) => {
  test('both respond alike', async () => {
    const [real, mocked] = await Promise.all([
      whole(await server.ask(path, init)),
      whole(await mock().ask(path, init)),
    ]);
    expect(mocked).toEqual(real);
  });
});

test('only the mock rejects parameters that an operation does not have, by their names', async () => {
  const path = `${packages}?per_pag=2`;
  expect((await server.ask(path)).status).toBe(200);
  const reply = await mock().ask(path);
  expect([reply.status, await reply.json()]).toMatchObject([400, { errors: [{ path: 'query.per_pag' }] }]);
  expect((await mock().ask(`${packages}?per_page=1000&page=0`)).status).toBe(200);
});

test('a browser may send Prefer', async () => {
  const reply = await mock().ask(packages, { method: 'OPTIONS', headers: preflight('prefer') });
  expect(reply.headers.get('Access-Control-Allow-Headers')).toBe('prefer');
});

function json(body: object): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function preflight(headers: string): Record<string, string> {
  return {
    Origin: 'http://localhost:3000',
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': headers,
  };
}

async function whole(reply: Response): Promise<object> {
  const { date: _d, 'x-request-id': _i, ...headers } = Object.fromEntries(reply.headers);
  return { status: reply.status, headers, body: withAnyRequestId(reply, await reply.text()) };
}
