/** What a CI can do with an OIDC token that a registry's policy matches, and which tokens are rejected. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, detailOf, rejectionOf } from '../fixtures/replies.ts';
import { startIssuer, type Issuer } from '../fixtures/oidc-issuer.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';

let issuer: Issuer;
let server: TestServer;
beforeAll(async () => {
  issuer = await startIssuer();
  server = await startTestServer({ LARDER_OIDC_ISSUERS: issuer.url });
  const statements = [
    { iss: issuer.url, scopes: ['read_packages'], claims: { branch: { matches: 'feature/*' } } },
    { iss: issuer.url, scopes: ['read_packages', 'write_packages', 'delete_packages'], claims: { branch: 'main' } },
  ];
  await createRegistry(server, 'things', 'files', { oidc_policy: JSON.stringify(statements) });
  await createRegistry(server, 'others', 'files');
  await createRegistry(server, 'more things', 'files', { oidc_policy: JSON.stringify(statements) });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await issuer[Symbol.asyncDispose]();
});

const audience = (registry = 'things'): string => `${server.url}/acme/${registry}`;
const main = (more: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  issuer.token({ aud: audience(), branch: 'main', ...more });

function as(token: string, path: string, init: RequestInit = {}): Promise<Response> {
  return server.ask(path, { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } });
}

async function publishAs(token: string, registry: string, name: string): Promise<Response> {
  const body = new FormData();
  body.set('file', new Blob([name]), name);
  return as(token, server.in(registry, 'packages'), { method: 'POST', body });
}

const asPassword = (token: string): RequestInit => ({
  headers: { Authorization: `Basic ${btoa(`buildkite:${token}`)}` },
});

describe('a token that a statement matches', () => {
  it('publishes, and its issuer and subject are shown as the publisher', async () => {
    const published = await bodyOf(
      publishAs(await main({ sub: 'pipeline:fruit' }), 'things', 'a-1.0.0.txt'),
      'Package',
    );
    expect(published.published_by).toEqual({ id: null, description: 'pipeline:fruit', issuer: issuer.url });
    const page = await server.ask(new URL(published.web_url).pathname, asPassword(server.token));
    expect(await page.text()).toContain('pipeline:fruit');
  });

  it('lists, gets, downloads and deletes', async () => {
    const token = await main();
    const { id } = await bodyOf(publishAs(token, 'things', 'b-1.0.0.txt'), 'Package');
    expect((await as(token, server.in('things', 'packages'))).status).toBe(200);
    expect((await as(token, server.in('things', 'packages', id))).status).toBe(200);
    expect(await (await as(token, server.in('things', 'packages', id, 'files', 'b-1.0.0.txt'))).text()).toBe(
      'b-1.0.0.txt',
    );
    const native = await server.ask('/acme/things/files/b-1.0.0.txt', asPassword(token));
    expect(await native.text()).toBe('b-1.0.0.txt');
    expect((await as(token, server.in('things', 'packages', id), { method: 'DELETE' })).status).toBe(200);
  });

  it('publishes by a presigned upload', async () => {
    const token = await main();
    const upload = await bodyOf(
      as(token, server.in('things', 'packages', 'upload'), { method: 'POST' }),
      'PackageUpload',
    );
    const form = new FormData();
    for (const [name, value] of Object.entries(upload.form.data)) form.set(name, value);
    form.set('file', new Blob(['presigned']), 'c-1.0.0.txt');
    expect((await fetch(upload.form.url, { method: 'POST', body: form })).ok).toBe(true);
    const body = new FormData();
    body.set('package_url', `${upload.uri}/c-1.0.0.txt`);
    expect((await as(token, server.in('things', 'packages'), { method: 'POST', body })).status).toBe(200);
  });

  it('copies to no other registry, also if the policy of that one would match', async () => {
    const token = await main();
    const { id } = await bodyOf(publishAs(token, 'things', 'd-1.0.0.txt'), 'Package');
    const copy = as(token, `${server.in('things', 'packages', id, 'copy')}?to=more-things`, { method: 'POST' });
    expect(await rejectionOf(copy)).toEqual({ status: 404, type: 'not-found' });
  });

  it('is accepted for the older form of the audience, and for both forms', async () => {
    const older = `${server.url}/organizations/acme/packages/registries/things`;
    for (const aud of [older, [older], [audience(), older]])
      expect((await as(await main({ aud }), server.in('things', 'packages'))).status).toBe(200);
  });

  it('has the scopes of the first statement that matches, even if a later one grants more', async () => {
    const token = await main({ branch: 'feature/x' });
    expect((await as(token, server.in('things', 'packages'))).status).toBe(200);
    expect(await rejectionOf(publishAs(token, 'things', 'e-1.0.0.txt'))).toEqual({
      status: 403,
      type: 'missing-scope',
    });
  });

  it.each([
    ['the registry', () => server.in('things'), 'GET', 403],
    ['the registry, to delete it', () => server.in('things'), 'DELETE', 403],
    ['its tokens', () => server.in('things', 'tokens'), 'GET', 403],
    ['the explanation of the policy', () => server.in('things', 'oidc-policy', 'explain'), 'POST', 403],
    ['all registries', () => server.in(), 'GET', 403],
    ['access tokens', () => '/v2/access-tokens', 'GET', 403],
    ['itself', () => '/v2/access-token', 'GET', 401],
    ['the user', () => '/v2/user', 'GET', 403],
    ['another registry', () => server.in('others', 'packages'), 'GET', 401],
    ['a registry that does not exist', () => server.in('nothing', 'packages'), 'GET', 401],
  ])('does not reach %s', async (_, path, method, status) => {
    expect((await as(await main(), path(), { method })).status).toBe(status);
  });
});

describe('a token is rejected with 401 and the reason', () => {
  const now = (): number => Math.floor(Date.now() / 1000);
  it.each<[string, () => Promise<string> | string, RegExp]>([
    ['other claims', () => main({ branch: 'other' }), /No statement/],
    ['no claims', () => main({ branch: undefined }), /No statement/],
    ['another audience', () => main({ aud: audience('others') }), /audience.*Request a token for http/],
    ['one more audience', () => main({ aud: [audience(), 'https://example.com'] }), /audience/],
    ['no audience', () => main({ aud: undefined }), /audience/],
    ['an empty list of audiences', () => main({ aud: [] }), /audience/],
    ['an expired token', () => main({ iat: now() - 200, exp: now() - 1 }), /expired/],
    ['a token that is valid for 301 seconds', () => main({ iat: now() - 1, exp: now() + 300 }), /valid for too long/],
    ['a token of the future', () => main({ iat: now() + 60, exp: now() + 120 }), /not valid yet/],
    ['a token that is not valid yet', () => main({ nbf: now() + 60 }), /not valid yet/],
    ['a token without times', () => main({ iat: undefined, exp: undefined }), /malformed/],
    ['another issuer', () => main({ iss: 'https://example.com' }), /issuer/],
    ['a listed issuer that signed nothing', () => main({ iss: 'https://agent.buildkite.com' }), /No statement/],
    ['a signature that was cut', async () => `${(await main()).slice(0, -8)}AAAAAAAA`, /signature/],
    ['no signature', async () => withHeader(await main(), { alg: 'none' }, () => ''), /signature/],
    [
      'an HMAC with the public key',
      async () =>
        withHeader(await main(), { alg: 'HS256', kid: issuer.key().kid }, (signed) =>
          createHmac('sha256', JSON.stringify(issuer.key())).update(signed).digest('base64url'),
        ),
      /signature/,
    ],
    ['an unknown key', () => issuer.token({ aud: audience(), branch: 'main' }, { kid: 'other' }), /signature/],
    ['more than 8 KiB', () => main({ padding: 'x'.repeat(8000) }), /malformed/],
    ['a text that only looks like one', () => 'eyJhbGciOiJub25l.e30.x', /malformed/],
  ])('%s', async (_, token, reason) => {
    const response = await as(await token(), server.in('things', 'packages'));
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Larder"');
    expect(await detailOf(response, 401)).toMatch(reason);
  });

  it('as the password of native clients, with their challenge', async () => {
    const response = await server.ask('/acme/things/files/a-1.0.0.txt', asPassword(await main({ branch: 'other' })));
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="Larder"']);
  });

  it('responds alike for a registry without a policy and for a missing one', async () => {
    const details = await Promise.all(
      ['others', 'nothing'].map(async (registry) => {
        const response = as(await main({ aud: audience(registry) }), server.in(registry, 'packages'));
        return detailOf(response, 401);
      }),
    );
    expect(new Set(details).size).toBe(1);
  });
});

it('rejects a token once the policy is cleared', async () => {
  await createRegistry(server, 'cleared', 'files', { oidc_policy: JSON.stringify([{ iss: issuer.url }]) });
  const token = await main({ aud: audience('cleared') });
  expect((await publishAs(token, 'cleared', 'a-1.0.0.txt')).status).toBe(200);
  await server.ask(server.in('cleared'), {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ oidc_policy: null }),
  });
  expect((await publishAs(token, 'cleared', 'a-1.0.1.txt')).status).toBe(401);
});

it('fetches no keys for an issuer that no policy names', async () => {
  await using other = await startIssuer();
  await using another = await startTestServer({ LARDER_OIDC_ISSUERS: other.url });
  await createRegistry(another, 'things', 'files', { oidc_policy: '[]' });
  const token = await other.token({ aud: `${another.url}/acme/things` });
  const response = await another.ask(another.in('things', 'packages'), {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect([response.status, other.requests]).toEqual([401, []]);
});

it('rejects tokens of an issuer that never responds, and serves others meanwhile', async () => {
  await using silent = await startIssuer();
  silent.misbehave(() => undefined);
  await using another = await startTestServer({ LARDER_OIDC_ISSUERS: silent.url });
  await createRegistry(another, 'things', 'files', { oidc_policy: JSON.stringify([{ iss: silent.url }]) });
  const token = await silent.token({ aud: `${another.url}/acme/things` });
  let isReplied = false;
  const rejected = another
    .ask(another.in('things', 'packages'), { headers: { Authorization: `Bearer ${token}` } })
    .finally(() => (isReplied = true));
  await expect.poll(() => silent.requests.length).toBe(1);
  expect([(await another.ask('/v2/user')).status, isReplied]).toEqual([200, false]);
  expect((await rejected).status).toBe(401);
});

it('still takes an access token that looks like an OIDC token', async () => {
  const token = 'eyJhbGciOiJub25l.eyJhIjoxfQ.signature';
  await using another = await startTestServer({ LARDER_ADMIN_TOKEN: token });
  expect((await another.ask('/v2/access-token')).status).toBe(200);
  expect((await publish(another, 'nothing', 'a-1.0.0.txt', 'a')).status).toBe(404);
});

function withHeader(token: string, header: object, sign: (signed: string) => string): string {
  const [, payload = ''] = token.split('.');
  const signed = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}`;
  return `${signed}.${sign(signed)}`;
}
