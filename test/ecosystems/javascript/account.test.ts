/** The requests of npm about the registry, the token and its user, and the commands that it does not serve. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import description from '../../../generated/native/javascript.json' with { type: 'json' };
import { noticeFor } from '../../../src/ecosystems/javascript/npm-notice.ts';
import { remediesIn } from '../../../src/serving/remedies.ts';
import { slowInput } from '../../fixtures/linear-time.ts';
import { issueToken } from '../../native/tokens.ts';
import { useServer } from '../../native/watched-server.ts';
import { buildTarball, publishBody } from '../../fixtures/npm-package.ts';
import { openWire, wireAt } from './npm-wire.ts';

const server = useServer();

test('npm ping and npm whoami get the registry and the holder of the token', async () => {
  const { ask, slug } = await openWire(server(), { isPublic: false });
  expect(await ask('GET', '-/ping?write=true')).toMatchObject({ status: 200, body: {} });
  const { status, body } = await ask('GET', '-/whoami');
  expect([status, Object.keys(body as object)]).toEqual([200, ['username']]);
  expect(await ask('GET', '')).toMatchObject({ status: 200, body: { db_name: slug } });
  for (const path of ['', '-/ping', '-/whoami'])
    expect((await ask('GET', path, { token: undefined })).status, path).toBe(401);
});

test('T-NPM-8: npm prints that the token expires soon, and nothing else', async () => {
  const { ask, slug } = await openWire(server());
  const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);
  const scopes = ['read_packages', 'write_packages'] as const;
  const noticesOf = async (expiresAt: Date | null): Promise<(string | null)[]> => {
    const token = await issueToken(server(), { scopes, expiresAt });
    const version = `1.${expiresAt === null ? 0 : Math.round((expiresAt.getTime() - Date.now()) / 86_400_000)}.0`;
    const body = publishBody({ version }, await buildTarball({ version }));
    const replies = [await ask('GET', '-/whoami', { token }), await ask('PUT', 'demo', { token, body })];
    expect(replies.map(({ status }) => status)).toEqual([200, 201]);
    return replies.map(({ headers }) => headers.get('npm-notice'));
  };
  const soon = inDays(6);
  const notice = `The access token "For a test" expires at ${soon.toISOString()}. Create another one, and replace it in .npmrc.`;
  expect(await noticesOf(soon)).toEqual([notice, notice]);
  for (const later of [null, inDays(8)]) expect(await noticesOf(later)).toEqual([null, null]);
  expect((await wireAt(server(), slug).ask('GET', 'demo')).headers.get('npm-notice')).toBeNull();
});

test('a note of npm has only characters of a header', () => {
  const caller = { expiresAt: new Date(), description: 'für\nCI ✓' } as Parameters<typeof noticeFor>[0];
  expect(noticeFor(caller)['npm-notice']).toContain('"f?r?CI ?"');
});

test.each([
  ['npm audit', 'security/advisories/bulk', { demo: ['1.0.0'] }, {}],
  ['yarn audit', 'security/audits', { name: 'demo', requires: {} }, { advisories: {}, actions: [] }],
  ['npm install of npm 6', 'security/audits/quick', { name: 'demo' }, { metadata: { totalDependencies: 0 } }],
])('%s gets an empty report for a compressed body', async (_, path, sent, report) => {
  const { slug } = await openWire(server());
  const reply = await server().native(`acme/${slug}/npm/-/npm/v1/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
    body: gzipSync(JSON.stringify(sent)),
  });
  expect(reply.status).toBe(200);
  expect(await reply.json()).toMatchObject(report);
});

test('npm profile get shows the user', async () => {
  const { ask } = await openWire(server());
  const { status, body } = await ask('GET', '-/npm/v1/user');
  expect([status, body]).toEqual([200, expect.objectContaining({ name: expect.any(String), tfa: false })]);
  const token = await issueToken(server(), { scopes: ['read_packages'] });
  expect((await ask('GET', '-/npm/v1/user', { token })).status).toBe(403);
});

test('npm token lists access tokens without their secrets, and revokes one', async () => {
  const { ask } = await openWire(server());
  const token = await issueToken(server(), { scopes: ['read_packages'] });
  const { body } = await ask('GET', '-/npm/v1/tokens');
  const { key, ...listed } = body.objects.at(-1);
  expect(listed).toMatchObject({ token: 'larder_', readonly: true, cidr_whitelist: null });
  expect(JSON.stringify(body)).not.toContain(token);
  expect(await ask('DELETE', `-/npm/v1/tokens/token/${key}`)).toMatchObject({ status: 200, body: { ok: true } });
  expect((await ask('GET', '-/whoami', { token })).status).toBe(401);
  expect((await ask('DELETE', `-/npm/v1/tokens/token/${key}`)).status).toBe(404);
});

test('a token with fewer scopes cannot revoke another one', async () => {
  const { ask } = await openWire(server());
  await issueToken(server(), { scopes: ['write_packages'] });
  const { body } = await ask('GET', '-/npm/v1/tokens');
  const token = await issueToken(server(), { scopes: ['write_access_tokens'] });
  expect((await ask('DELETE', `-/npm/v1/tokens/token/${body.objects.at(-1).key}`, { token })).status).toBe(403);
});

test('npm logout revokes the token in use', async () => {
  const { ask } = await openWire(server(), { isPublic: false });
  const [token, other] = [await issueToken(server()), await issueToken(server())];
  const wrong = await ask('DELETE', `-/user/token/${other}`, { token });
  expect([wrong.status, wrong.body.error]).toEqual([404, expect.stringContaining('the token in use')]);
  expect(await ask('DELETE', `-/user/token/${token}`, { token })).toMatchObject({ status: 200, body: { ok: true } });
  expect((await ask('GET', '-/whoami', { token })).status).toBe(401);
  expect((await ask('GET', '-/whoami', { token: other })).status).toBe(200);
  const { token: own } = server();
  const kept = await ask('DELETE', `-/user/token/${own}`);
  expect([kept.status, kept.body.error]).toEqual([403, expect.stringContaining('LARDER_ADMIN_TOKEN')]);
});

test('npm access gets the visibility of a package', async () => {
  for (const isPublic of [true, false]) {
    const { ask, publish } = await openWire(server(), { isPublic });
    await publish({ name: '@acme/demo' });
    const reply = await ask('GET', '-/package/@acme%2fdemo/visibility');
    expect(reply).toMatchObject({ status: 200, body: { public: isPublic } });
    expect((await ask('GET', '-/package/missing/visibility')).status).toBe(404);
  }
});

test.each([
  ['login by web', 'POST', '-/v1/login', 404, ':_authToken=${LARDER_TOKEN}" to ~/.npmrc'],
  ['login', 'PUT', '-/user/org.couchdb.user:olive', 404, ':_authToken=${LARDER_TOKEN}" to ~/.npmrc'],
  ['token create', 'POST', '-/npm/v1/tokens', 405, '"larder token create"'],
  ['profile set', 'POST', '-/npm/v1/user', 405, 'The operator of the server'],
  ['owner add', 'GET', '-/user/org.couchdb.user:olive', 404, 'tokens with the scope write_packages'],
  ['access list', 'GET', '-/package/@acme%2fdemo/collaborators', 404, 'tokens with the scope write_packages'],
  ['access list packages', 'GET', '-/user/Olive%20Owner/package', 404, 'tokens with the scope write_packages'],
  ['access set', 'POST', '-/package/demo/access', 404, 'tokens with the scope write_packages'],
  ['org', 'PUT', '-/org/acme/user', 404, 'tokens with the scope write_packages'],
  ['team', 'GET', '-/team/acme/devs/user', 404, 'tokens with the scope write_packages'],
  ['trust', 'GET', '-/package/demo/trust', 404, 'OIDC policy'],
  ['stage', 'POST', '-/stage/package/demo', 404, 'Use "npm publish"'],
  ['hook', 'GET', '-/npm/v1/hooks', 404, 'no hooks'],
  ['stars', 'GET', '-/_view/starredByUser', 404, 'no stars'],
  ['a command of tomorrow', 'GET', '-/npm/v9/x', 404, 'not found'],
])('returns the remedy for npm %s', async (_, method, path, status, remedy) => {
  // npm sends no credentials to log in.
  const { ask, slug } = await openWire(server(), { isPublic: false });
  const reply = await ask(method, path, { token: undefined, ...(method !== 'GET' && { body: {} }) });
  expect([reply.status, reply.body.error]).toEqual([status, expect.stringContaining(remedy)]);
  if (remedy.startsWith(':'))
    expect(reply.body.error).toContain(`"//127.0.0.1:${new URL(server().url).port}/acme/${slug}/npm/:_auth`);
});

test.each(['star', 'unstar'])(
  'returns the remedy for npm %s, which sends the packument back without versions',
  async (what) => {
    const { ask, publish, packument } = await openWire(server());
    for (const name of ['demo', '@acme/demo']) {
      await publish({ name });
      const path = name.replace('/', '%2f');
      const { _id, _rev } = (await ask('GET', `${path}?write=true`)).body;
      const body = { _id, _rev, users: what === 'star' ? { buildkite: true } : {} };
      const reply = await ask('PUT', path, { body });
      expect([reply.status, reply.body.error]).toEqual([400, expect.stringContaining('have no stars here')]);
      expect(Object.keys((await packument(path)).versions)).toEqual(['1.0.0']);
    }
    expect((await ask('PUT', 'demo', { body: { name: 'demo', versions: [] } })).body.error).not.toContain('stars');
  },
);

test('npm continues with its own token where it cannot exchange that of a CI job', async () => {
  const reply = await server().native('-/npm/v1/oidc/token/exchange/package/demo', { method: 'POST' });
  expect(reply.status).toBe(404);
});

test('remedies are found in linear time', () => {
  const request = { server: 'https://h', operation: undefined };
  const members = { errors: [{ path: 'body.versions', message: 'is missing' }] };
  const remedyFor = remediesIn(description);
  const find = (path: string, method = 'GET'): unknown => remedyFor({ ...request, method, path }, { members });
  expect(find('/acme/js/npm/-/package/demo/access')).toContain('owners');
  for (const place of [
    '',
    '/acme/js/npm/@',
    '/acme/js/npm/-/',
    '/acme/js/npm/-/package/',
    '/acme/js/npm/-/user/org.couchdb.user:',
  ])
    expect(slowInput((text) => find(place + text) ?? find(place + text, 'PUT'))).toBeUndefined();
});
