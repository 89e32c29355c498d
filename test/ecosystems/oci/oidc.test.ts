/** A CI pushes and pulls images with the OIDC token of a job, which the policy of one registry matches. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startIssuer, type Issuer } from '../../fixtures/oidc-issuer.ts';
import { createRegistry, startTestServer, type TestServer } from '../../fixtures/server.ts';
import type { Home } from '../recipe.ts';
import { listed } from '../registries.ts';
import { basic, expectStatus, imageOf, openOciClient, placeOf } from './client.ts';

let issuer: Issuer;
let server: TestServer;
let own: Home;
let other: Home;

beforeAll(async () => {
  issuer = await startIssuer();
  server = await startTestServer({ LARDER_OIDC_ISSUERS: issuer.url });
  const statements = [
    { iss: issuer.url, scopes: ['read_packages'], claims: { branch: { matches: 'feature/*' } } },
    { iss: issuer.url, scopes: ['read_packages', 'write_packages'], claims: { branch: 'main' } },
  ];
  own = await open('own', { oidc_policy: JSON.stringify(statements) });
  other = await open('other', { oidc_policy: JSON.stringify(statements) });
  for (const home of [own, other])
    await openOciClient({ ...placeOf(home), token: server.token }).pushImage('base', imageOf('base'), 'latest');
});
afterAll(async () => {
  expect(server.violations()).toBe(0);
  await server[Symbol.asyncDispose]();
  await issuer[Symbol.asyncDispose]();
});

async function open(slug: string, more: object): Promise<Home> {
  await expectStatus(await createRegistry(server, slug, 'oci', more), 200);
  return { server, slug, url: `${server.url}/acme/${slug}`, token: undefined };
}

const main = (more: object = {}): Promise<string> => issuer.token({ aud: own.url, branch: 'main', ...more });

const bearer = (token: string): RequestInit => ({ headers: { Authorization: `Bearer ${token}` } });
const form = (password: string): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'password', scope: `repository:acme/own/base:pull`, password }),
});

async function grantFrom(path: string, init: RequestInit): Promise<string> {
  const reply = await expectStatus(await fetch(`${server.url}${path}`, init), 200);
  return ((await reply.json()) as { token: string }).token;
}

const scope = '?scope=repository:acme/own/base:pull';

test('is a password that pushes, and the job is the publisher', async () => {
  const client = openOciClient({ ...placeOf(own), token: await main({ sub: 'pipeline:fruit' }) });
  const image = imageOf('pushed by a job');
  await client.pushImage('pushed', image, '1.0');
  const [pkg] = (await listed(own)).filter(({ name }) => name === 'pushed');
  expect([pkg?.version, pkg?.published_by]).toEqual([
    image.digest,
    { id: null, description: 'pipeline:fruit', issuer: issuer.url },
  ]);
});

test.each<[string, (token: string) => Promise<string>]>([
  ['as Basic', (token) => grantFrom(`/token${scope}`, { headers: { Authorization: basic(token) } })],
  ['as Bearer', (token) => grantFrom(`/token${scope}`, bearer(token))],
  ['in a form', (token) => grantFrom('/token', form(token))],
  ['directly', (token) => Promise.resolve(token)],
])('gives access to its registry %s', async (_, exchange) => {
  const secret = await exchange(await main());
  const read = await fetch(`${server.url}/v2/acme/own/base/manifests/latest`, bearer(secret));
  const login = await fetch(`${server.url}/v2/`, bearer(secret));
  const foreign = await fetch(`${server.url}/v2/acme/other/base/manifests/latest`, bearer(secret));
  expect([read.status, login.status, foreign.status]).toEqual([200, 200, 401]);
});

test('is accepted for the older form of its audience, too', async () => {
  const token = await main({ aud: `${server.url}/organizations/acme/packages/registries/own` });
  const grant = await grantFrom(`/token${scope}`, bearer(token));
  expect((await fetch(`${server.url}/v2/acme/own/base/manifests/latest`, bearer(grant))).status).toBe(200);
});

test('lists the images of its registry only', async () => {
  const reply = await fetch(`${server.url}/v2/_catalog`, bearer(await main()));
  const { repositories } = (await reply.json()) as { repositories: string[] };
  expect(new Set(repositories.map((name) => name.split('/')[1]))).toEqual(new Set(['own']));
});

test('pushes nothing if its statement only allows to read', async () => {
  const client = openOciClient({ ...placeOf(own), token: await main({ branch: 'feature/x' }) });
  expect((await client.send('base/manifests/latest')).status).toBe(200);
  expect((await client.send('base/blobs/uploads/', { method: 'POST' })).status).toBe(401);
});

test('gives no refresh token, and no token that lives longer', async () => {
  const exp = Math.floor(Date.now() / 1000) + 100;
  const reply = await fetch(`${server.url}/token${scope}&offline_token=true`, bearer(await main({ exp })));
  const body = (await reply.json()) as { expires_in: number; refresh_token?: string };
  expect([body.refresh_token, body.expires_in <= 100]).toEqual([undefined, true]);
});

test.each<[string, () => Promise<string>, RegExp]>([
  ['another server', () => main({ aud: 'https://example.com/acme/own' }), /one registry/],
  ['a registry that does not exist', () => main({ aud: `${server.url}/acme/nothing` }), /No statement/],
  ['two registries', () => main({ aud: [own.url, other.url] }), /audience/],
  ['another branch', () => main({ branch: 'other' }), /No statement/],
])('for %s is rejected with the reason', async (_, make, reason) => {
  const token = await make();
  for (const init of [bearer(token), form(token)]) {
    const reply = await fetch(`${server.url}/token`, init);
    const { errors } = (await reply.json()) as { errors: readonly { code: string; message: string }[] };
    expect([reply.status, errors[0]?.code]).toEqual([401, 'UNAUTHORIZED']);
    expect(errors[0]?.message).toMatch(reason);
  }
});
