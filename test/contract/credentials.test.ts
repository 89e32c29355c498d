/** Credentials by header and prefix, several on one request, and the failure if none of them is valid. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createServer } from 'node:http';
import * as fc from 'fast-check';
import createClient from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDescription, type DescribedOperation } from '../../src/contract/description.ts';
import type { Caller } from '../../src/contract/access.ts';
import { Failure } from '../../src/model/failure.ts';
import { createMock } from '../../src/mock/create-mock.ts';
import { listenLocally, type Listening } from '../fixtures/listen-locally.ts';
import { fillIn } from '../fuzz/fill-in.ts';
import { requestRules } from '../fuzz/request-breakers.ts';
import { validDrafts } from '../fuzz/valid-drafts.ts';
import { authenticate, orchard } from './orchard.ts';
import { limits, serveDescription, type Served } from './serve-description.ts';

const callerOf = ({ requireCaller }: { requireCaller: () => Caller }): object => ({
  status: 200,
  body: { by: requireCaller().id },
});

let server: Served;
let mock: Listening;
beforeAll(async () => {
  server = await serveDescription({
    document: orchard,
    operations: {
      getApple: callerOf as never,
      getPear: callerOf as never,
      getPlum: () => ({ status: 200, body: { by: 'anybody' } }),
      moveBox: () => ({ status: 200, body: { by: 'anybody' } }),
    },
    authenticate: async (secret) => {
      if (secret === 'stale') throw new Failure('unauthenticated', 'It was good until yesterday.');
      if (secret === 'broken') throw new Error('the catalog is away');
      return authenticate(secret);
    },
  });
  const handle = await createMock(orchard, { limits, observe: () => undefined });
  mock = await listenLocally(createServer((request, response) => void handle(request, response)));
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await mock[Symbol.asyncDispose]();
});

const basic = (secret: string): string => `Basic ${Buffer.from(`anybody:${secret}`).toString('base64')}`;
const apple = '/apples/1';
const pear = '/pears/1';
const plum = '/plums/1';

interface Told {
  readonly status: number;
  readonly by?: string;
  readonly detail?: string;
}

async function ask(path: string, headers: Record<string, string>, url = server.url): Promise<Told> {
  const response = await fetch(url + path, { headers });
  return { status: response.status, ...((await response.json()) as object) };
}

describe('A secret is read from the location in the description', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a Bearer token', apple, { authorization: 'Bearer buy' }],
    ['a Bearer token in other case', apple, { authorization: 'bEARER buy' }],
    ['the password of Basic', apple, { authorization: basic('buy') }],
    ['a key in a header of its own', apple, { 'x-orchard-apikey': 'buy' }],
    ['a bare key in Authorization', pear, { authorization: 'buy' }],
    ['a key behind a word of its own', pear, { 'x-orchard-token': 'Token buy' }],
  ])('%s', async (_, path, headers) => {
    expect(await ask(path, headers)).toMatchObject({ status: 200, by: 'buy' });
    expect((await ask(path, headers, mock.url)).status).toBe(200);
  });

  test.each<[string, string, Record<string, string>]>([
    ['a key with a word that it has not', apple, { 'x-orchard-apikey': 'Bearer buy' }],
    ['a key without the word that it has', pear, { 'x-orchard-token': 'buy' }],
    ['a key behind another word', pear, { 'x-orchard-token': 'Bearer buy' }],
    ['a password where there are none', pear, { authorization: basic('buy') }],
    ['a token as the user name', apple, { authorization: `Basic ${Buffer.from('buy').toString('base64')}` }],
    ['a key in a header of other operations', apple, { 'x-orchard-token': 'Token buy' }],
    ['two words', pear, { authorization: 'buy buy' }],
  ])('and nowhere else: %s', async (_, path, headers) => {
    expect((await ask(path, headers)).status).toBe(401);
    expect((await ask(path, headers, mock.url)).status).toBe(401);
  });

  test('and once: a duplicate header with two keys is invalid', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect({ host: hostname, port: Number(port) });
    socket.write(`GET ${apple} HTTP/1.1\r\nHost: a\r\nX-Orchard-ApiKey: buy\r\nX-Orchard-ApiKey: other\r\n\r\n`);
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(bytes.toString()).toMatch(/^HTTP\/1\.1 401 /);
  });
});

describe('Of several credentials any valid one counts', () => {
  test.each<[string, Record<string, string>, Told]>([
    ['a wrong password beside a right key', { authorization: basic('bad'), 'x-orchard-apikey': 'buy' }, ok('buy')],
    ['a right password beside a wrong key', { authorization: basic('buy'), 'x-orchard-apikey': 'bad' }, ok('buy')],
    ['no password at all beside a right key', { authorization: 'Digest x', 'x-orchard-apikey': 'buy' }, ok('buy')],
    [
      'one without the scope beside one with it',
      { authorization: 'Bearer look', 'x-orchard-apikey': 'buy' },
      ok('buy'),
    ],
    [
      'one that is out of date beside a right one',
      { authorization: 'Bearer stale', 'x-orchard-apikey': 'buy' },
      ok('buy'),
    ],
    [
      'two right ones: the first of the description',
      { authorization: 'Bearer a,buy', 'x-orchard-apikey': 'buy' },
      ok('a,buy'),
    ],
    [
      'none with the scope',
      { authorization: 'Bearer bad', 'x-orchard-apikey': 'look' },
      { status: 403, detail: "Your access token doesn't have the buy scope." },
    ],
  ])('%s', async (_, headers, told) => {
    expect(await ask(apple, headers)).toMatchObject(told);
  });

  test('each with the scopes that its own alternative has', async () => {
    expect(await ask(pear, { authorization: 'Bearer look' })).toMatchObject(ok('look'));
    expect(await ask(pear, { authorization: 'look' })).toMatchObject({ status: 403 });
  });

  test('the caller that counted is the one that is observed', async () => {
    await ask(apple, { authorization: basic('bad'), 'x-orchard-apikey': 'buy' });
    expect(server.events.at(-1)?.caller?.id).toBe('buy');
    await ask(apple, { authorization: basic('bad'), 'x-orchard-apikey': 'look' });
    expect(server.events.at(-1)?.caller?.id).toBe('look');
  });

  test('an error during the look-up of one does not try the next', async () => {
    expect((await ask(apple, { authorization: 'Bearer broken', 'x-orchard-apikey': 'buy' })).status).toBe(500);
  });
});

describe('A 401', () => {
  const send =
    'Send a valid access token as the password of Basic credentials with any user name, ' +
    'as "Authorization: Bearer {token}" or as "X-Orchard-ApiKey: {token}".';
  test.each<[string, Record<string, string>, string]>([
    ['none', {}, `Authentication required. ${send}`],
    ['one header', { 'x-orchard-apikey': 'bad' }, `The credentials in X-Orchard-ApiKey are not valid. ${send}`],
    [
      'both headers',
      { authorization: 'Bearer bad', 'x-orchard-apikey': 'bad' },
      `The credentials in Authorization and X-Orchard-ApiKey are not valid. ${send}`,
    ],
    ['one of which there is more to say', { authorization: 'Bearer stale' }, 'It was good until yesterday.'],
  ])('lists the headers that were read: %s', async (_, headers, detail) => {
    expect(await ask(apple, headers)).toMatchObject({ status: 401, detail });
  });

  test('names the forms of the operation and no others', async () => {
    expect((await ask(pear, {})).detail).toBe(
      'Authentication required. Send a valid access token as "Authorization: {token}", ' +
        'as "Authorization: Bearer {token}" or as "X-Orchard-Token: Token {token}".',
    );
  });

  test.each([
    ['Basic where there are passwords', apple, 'Basic realm="Larder"'],
    ['the first word where there are none', pear, 'Bearer realm="Larder"'],
    ['a word of ours for keys alone', plum, 'ApiKey realm="Larder"'],
  ])('has one challenge: %s', async (_, path, challenge) => {
    for (const url of [server.url, mock.url]) {
      const headers = { 'x-orchard-apikey': 'two words', authorization: 'two words' };
      const response = await fetch(url + path, { headers });
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, challenge]);
    }
  });

  test('comes for a wrong key even where none is needed', async () => {
    expect([(await ask(plum, {})).status, (await ask(plum, { 'x-orchard-apikey': 'bad' })).status]).toEqual([200, 401]);
  });
});

test('a response to a request with a key is for one person', async () => {
  const cached = async (headers: Record<string, string>): Promise<string | null> =>
    (await fetch(server.url + plum, { headers })).headers.get('cache-control');
  expect([await cached({}), await cached({ 'x-orchard-apikey': 'buy' })]).toEqual(['no-cache', 'private, no-cache']);
});

test('pages of other origins may send what the description has for credentials', async () => {
  const allowed = async (headers: Record<string, string>): Promise<string | null> => {
    const response = await fetch(server.url + apple, {
      method: 'OPTIONS',
      headers: { Origin: 'http://elsewhere.test', 'Access-Control-Request-Method': 'GET', ...headers },
    });
    return response.headers.get('access-control-allow-headers');
  };
  expect(await allowed({})).toBe('*, authorization, x-orchard-apikey');
  expect(await allowed({ 'Access-Control-Request-Headers': 'x-orchard-apikey' })).toBe('x-orchard-apikey');
});

test('the typed client sends a key in the header of the description', async () => {
  const client = createClient<OrchardPaths>({ baseUrl: server.url, headers: { 'X-Orchard-ApiKey': 'buy' } });
  const { data, response } = await client.GET('/apples/{apple}', { params: { path: { apple: '1' } } });
  expect([response.status, data]).toEqual([200, { by: 'buy' }]);
});

describe('The fuzzer', () => {
  const known = {
    token: ['buy,look'],
    poor_token: ['none'],
    apple: ['1'],
    pear: ['1'],
    plum: ['1'],
    shelf: ['1'],
    to: ['1'],
  };
  const subjects = readDescription(orchard).operations.map((operation) => ({
    id: operation.id,
    document: orchard,
    operation,
    ecosystems: ['files'] as const,
  }));
  const send = async (filled: Awaited<ReturnType<typeof fillIn>>): Promise<number> => {
    const { method, target, headers, body } = filled;
    const init = { method, headers, ...(body && { body: Buffer.from(body) }) };
    return (await fetch(server.url + target, init)).status;
  };
  const credentialRules = /token|credentials/;

  test.each(subjects)('breaks the credentials of $id in each of their headers', async (subject) => {
    const rules = requestRules(subject).filter(({ name }) => credentialRules.test(name));
    expect(rules.length).toBeGreaterThanOrEqual(headersOf(subject.operation).length);
    for (const { name, drafts } of rules) {
      const [broken] = fc.sample(drafts, 1);
      // Anonymous requests are allowed here.
      if (name === 'no credentials' && subject.operation.access.anonymous) continue;
      const isPublic = subject.operation.access.anonymous && broken?.status === 403;
      if (broken)
        expect([name, await send(await fillIn(broken.draft, known))]).toEqual([name, isPublic ? 200 : broken.status]);
    }
  });

  test.each(subjects.filter(({ id }) => id !== 'moveBox'))(
    'gets in with any valid one of several for $id',
    async (subject) => {
      const kinds = new Set<number>();
      await fc.assert(
        fc.asyncProperty(validDrafts(subject), async (draft) => {
          kinds.add(draft.credentials.length);
          expect(await send(await fillIn({ ...draft, pathValues: {}, query: [] }, known))).toBe(200);
        }),
        { numRuns: 50 },
      );
      expect(kinds.size).toBe(headersOf(subject.operation).length);
    },
  );
});

/** As `npm run generate` writes them for a description. */
interface OrchardPaths {
  readonly '/apples/{apple}': {
    readonly get: {
      readonly parameters: { readonly path: { readonly apple: string } };
      readonly responses: { readonly 200: { content: { readonly 'application/json': { readonly by?: string } } } };
    };
  };
}

function headersOf({ access }: DescribedOperation): readonly string[] {
  return access.headers;
}

function ok(by: string): Told {
  return { status: 200, by };
}
