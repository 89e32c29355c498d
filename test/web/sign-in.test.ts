/** Sessions: signing in with a token, what the cookie of a browser opens, and when it ends. */
import { createServer } from 'node:http';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { forgetSessions } from '../../src/registry/sessions.ts';
import { digestOf } from '../../src/registry/tokens.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { issueToken } from '../native/tokens.ts';
import { useServer } from '../native/watched-server.ts';
import { browser, downloadsIn, idOf, pathOf, textOf, urlsIn } from './people.ts';

const server = useServer();
let id = '';

beforeAll(async () => {
  await createRegistry(server(), 'Closed', 'files');
  await createRegistry(server(), 'Open', 'files', { public: true });
  id = await idOf(await publish(server(), 'closed', 'a-1.0.0.txt', 'a'));
});

const own = { 'Sec-Fetch-Site': 'same-origin' };

interface Form {
  readonly token?: string;
  readonly next?: string;
  readonly headers?: Record<string, string>;
}

/** Sends the form as a browser does. */
async function send(
  to: Pick<TestServer, 'url' | 'token'>,
  { token = to.token, next, headers = own }: Form = {},
): Promise<Response> {
  const query = next === undefined ? '' : `?next=${encodeURIComponent(next)}`;
  const body = new URLSearchParams({ token });
  const init = { method: 'POST', body, headers: { ...browser, ...headers }, redirect: 'manual' } as const;
  return fetch(`${to.url}/-/sign-in${query}`, init);
}

/** Replies name the public URL only, so the test has to know the port. */
async function freePort(): Promise<number> {
  await using held = await listenLocally(createServer());
  return Number(new URL(held.url).port);
}

function cookieOf(response: Response): string {
  return (response.headers.get('Set-Cookie') ?? '').split(';', 1)[0] ?? '';
}

const signIn = async (token?: string): Promise<{ Cookie: string }> => ({
  Cookie: cookieOf(await send(server(), token === undefined ? {} : { token })),
});

const open = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  server().native(path, { method, headers: { ...browser, ...headers }, redirect: 'manual' });

describe('signing in', () => {
  test('starts a session, whose cookie scripts and other sites do not have', async () => {
    const response = await send(server());
    const { headers } = response;
    expect([response.status, headers.get('Location'), headers.get('Cache-Control')]).toEqual([
      303,
      `${server().url}/`,
      'no-store',
    ]);
    expect(headers.get('Set-Cookie')).toMatch(
      /^larder_session=larder_session_[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/,
    );
    expect(headers.get('Set-Cookie')).not.toContain(server().token);
  });

  test('over TLS and below a path, limits the cookie to them', async () => {
    const port = await freePort();
    await using behindProxy = await startTestServer({
      LARDER_PORT: String(port),
      LARDER_PUBLIC_URL: 'https://larder.test/packages',
    });
    const { token } = behindProxy;
    const response = await send({ url: `http://127.0.0.1:${port}`, token }, { next: '/organizations/acme' });
    expect(response.headers.get('Location')).toBe('https://larder.test/packages/organizations/acme');
    expect(response.headers.get('Set-Cookie')).toMatch(/; Path=\/packages; .*; Secure$/);
  });

  test('leads to the page with the form', async () => {
    const wanted = `${pathOf.registry('closed')}?name=a`;
    const response = await open(wanted);
    const html = await response.text();
    expect([response.status, response.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer realm="Larder"']);
    const action = urlsIn(html).find((url) => url.includes('/-/sign-in?next=')) ?? '';
    const next = new URL(action).searchParams.get('next') ?? '';
    expect((await send(server(), { next })).headers.get('Location')).toBe(`${server().url}/${wanted}`);
  });

  test.each([
    'https://elsewhere.test/',
    '//elsewhere.test',
    '/\\elsewhere.test',
    '/organizations/\\..\\..',
    '/organizations/a\r\nSet-Cookie: a=b',
    '/v2/user',
    'organizations/acme',
    'javascript:alert(1)',
    '',
  ])('does not lead to %j', async (next) => {
    const response = await send(server(), { next });
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([400, null]);
  });

  test.each([
    ['an unknown token', 'larder_unknown'],
    ['a session', 'larder_session_8e2tC5J4b3sWvQ1pR0yXkN7uZaMfLhGdEiToPcKqVxY'],
  ])('rejects %s with 401 and the form, which still leads on', async (_, token) => {
    const response = await send(server(), { token, next: '/organizations/acme' });
    const html = await response.text();
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([401, null]);
    expect(textOf(html)).toContain('This token does not exist, or it has expired.');
    expect(urlsIn(html)).toContain(`${server().url}/-/sign-in?next=%2Forganizations%2Facme`);
    expect(html).not.toContain(token);
  });

  test('rejects a token that has expired', async () => {
    const token = await issueToken(server(), { expiresAt: new Date(Date.now() - 1000) });
    expect((await send(server(), { token })).status).toBe(401);
  });

  test.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another server of this site', { 'Sec-Fetch-Site': 'same-site' }],
    ['another site without TLS', { Origin: 'http://elsewhere.test' }],
    ['a page that hides itself', { Origin: 'null' }],
    ['no page', {}],
  ])('rejects a form of %s', async (_, headers) => {
    const response = await send(server(), { headers });
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([401, null]);
  });

  test('accepts a form of its own page without TLS, where browsers send the origin only', async () => {
    expect((await send(server(), { headers: { Origin: server().url } })).status).toBe(303);
  });
});

describe('a session', () => {
  test('opens the pages of its token, which are then private', async () => {
    const session = await signIn();
    for (const path of [pathOf.organization('acme'), pathOf.registry('closed'), pathOf.package('closed', id)]) {
      const response = await open(path, session);
      expect([path, response.status, response.headers.get('Cache-Control')]).toEqual([path, 200, 'private, no-cache']);
      expect(textOf(await response.text())).toContain('Sign out');
    }
  });

  test('never opens more than its token', async () => {
    const session = await signIn(await issueToken(server(), { scopes: ['read_registries'] }));
    expect((await open(pathOf.registry('closed'), session)).status).toBe(403);
    expect((await open(pathOf.registry('open'), session)).status).toBe(200);
  });

  test.each([
    ['the API', 'v2/user'],
    ['a native URL', 'acme/closed/files/a-1.0.0.txt'],
  ])('does not open %s, as a cookie, as a token, or as a password', async (_, path) => {
    const session = await signIn();
    const secret = session.Cookie.split('=')[1] ?? '';
    const basic = `Basic ${Buffer.from(`any:${secret}`).toString('base64')}`;
    for (const headers of [session, { Authorization: `Bearer ${secret}` }, { Authorization: basic }])
      expect((await open(path, headers)).status).toBe(401);
  });

  test('is not the token itself: that is unknown as a cookie', async () => {
    const headers = { Cookie: `larder_session=${server().token}` };
    expect((await open(pathOf.registry('closed'), headers)).status).toBe(401);
  });

  test('is found among other cookies, and the first of two counts', async () => {
    const { Cookie } = await signIn();
    const [closed, other] = [pathOf.registry('closed'), 'larder_session=other'];
    expect((await open(closed, { Cookie: `a=b; ${Cookie}; c=d` })).status).toBe(200);
    expect((await open(closed, { Cookie: `not_${Cookie}` })).status).toBe(401);
    expect((await open(closed, { Cookie: `${other}; ${Cookie}` })).status).toBe(401);
  });

  test('is ignored on public pages once it has ended', async () => {
    expect((await open(pathOf.registry('open'), { Cookie: 'larder_session=gone' })).status).toBe(200);
  });

  test('ends with its token', async () => {
    const token = await issueToken(server(), { scopes: ['read_packages'] });
    const session = await signIn(token);
    const found = await server().larder.catalog.tokens.findByDigest(digestOf(token));
    await server().ask(`/v2/access-tokens/${found?.id}`, { method: 'DELETE' });
    expect((await open(pathOf.registry('closed'), session)).status).toBe(401);
  });

  test('ends after 12 hours without use, and after 7 days with it', async () => {
    const session = await signIn();
    const hour = 60 * 60 * 1000;
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const start = Date.now();
      const at = async (hours: number): Promise<number> => {
        vi.setSystemTime(start + hours * hour);
        return (await open(pathOf.registry('closed'), session)).status;
      };
      const used: number[] = [];
      for (let hours = 11; hours < 168; hours += 11) used.push(await at(hours));
      expect(new Set(used)).toEqual(new Set([200]));
      expect(await at(168.1)).toBe(401);
      vi.setSystemTime(start);
      const idle = await signIn();
      vi.setSystemTime(start + 12.1 * hour);
      expect((await open(pathOf.registry('closed'), idle)).status).toBe(401);
    } finally {
      vi.useRealTimers();
    }
  });

  test('is deleted by housekeeping after it has ended', async () => {
    const session = await signIn();
    const digest = digestOf(session.Cookie.split('=')[1] ?? '');
    const { sessions } = server().larder.catalog;
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      await forgetSessions(server().larder);
      expect(await sessions.find(digest)).toBeDefined();
      vi.setSystemTime(Date.now() + 13 * 60 * 60 * 1000);
      await forgetSessions(server().larder);
      expect(await sessions.find(digest)).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });
});

test('the files of a private package are downloaded with a session, and are never pages', async () => {
  const session = await signIn();
  const html = await (await open(pathOf.package('closed', id), session)).text();
  const [url = ''] = downloadsIn(html);
  const headers = { ...browser, ...session };
  const [mine, anonymous] = [await fetch(url, { headers }), await fetch(url, { headers: browser })];
  const { headers: sent } = mine;
  expect([mine.status, sent.get('Content-Type'), sent.get('Content-Disposition'), await mine.text()]).toEqual([
    200,
    'application/octet-stream',
    'attachment; filename=a-1.0.0.txt',
    'a',
  ]);
  expect([sent.get('X-Content-Type-Options'), anonymous.status]).toEqual(['nosniff', 401]);
});

describe('signing out', () => {
  const leave = (headers: Record<string, string>): Promise<Response> => open('-/sign-out', headers, 'POST');

  test('ends the session on the server, and deletes its cookie', async () => {
    const session = await signIn();
    const response = await leave({ ...own, ...session });
    expect([response.status, response.headers.get('Location'), response.headers.get('Set-Cookie')]).toEqual([
      303,
      `${server().url}/`,
      'larder_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax',
    ]);
    expect((await open(pathOf.registry('closed'), session)).status).toBe(401);
  });

  test('cannot be done by another site, nor without a session', async () => {
    const session = await signIn();
    const foreign = await leave({ 'Sec-Fetch-Site': 'cross-site', ...session });
    expect([foreign.status, foreign.headers.get('Set-Cookie')]).toEqual([401, null]);
    expect((await open(pathOf.registry('closed'), session)).status).toBe(200);
    expect((await leave(own)).status).toBe(401);
  });
});

test('the page to sign in has a form that leads to the next page', async () => {
  const html = await (await open('-/sign-in?next=/organizations/acme')).text();
  expect(urlsIn(html)).toContain(`${server().url}/-/sign-in?next=%2Forganizations%2Facme`);
});
