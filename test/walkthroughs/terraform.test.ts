/** The Terraform provider's registry: create, read, update, import and destroy, over `rest_url` without a slash. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../fixtures/server.ts';
import { send, type WireReply } from './wire.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  expect(server.violations()).toBe(0);
  await server[Symbol.asyncDispose]();
});

const teams = ['01930000-0000-7000-8000-000000000002', '01930000-0000-7000-8000-000000000001'];
const planned = {
  name: 'Terraform registry',
  ecosystem: 'files',
  team_ids: teams,
  description: 'planned',
  emoji: '📦',
  color: '#AbCdEf',
  oidc_policy: '- iss: https://agent.buildkite.com\n  scopes:\n    - read_packages\n',
};

test('a resource lives from plan to destroy', async () => {
  const created = (await call('POST', '', planned)).json<Created>();
  expect(created).toMatchObject({
    ...planned,
    slug: 'terraform-registry',
    type: 'source',
    graphql_id: expect.stringMatching(/.+/),
  });

  const read = (await call('GET', `/${created.slug}`)).json<Created>();
  expect(read).toEqual(created);

  const changed = (
    await call('PUT', `/${created.slug}`, { name: planned.name, description: 'changed', color: null, emoji: null })
  ).json<Created>();
  expect(changed).toMatchObject({
    slug: created.slug,
    description: 'changed',
    color: null,
    emoji: null,
    oidc_policy: planned.oidc_policy,
    team_ids: teams,
  });

  const destroyed = await call('DELETE', `/${created.slug}`);
  expect([destroyed.status, (await call('GET', `/${created.slug}`)).status]).toEqual([200, 404]);
});

test('two slashes between the address and the path are as good as one', async () => {
  const url = `${server.url}//v2/packages/organizations/acme/registries`;
  expect((await send({ method: 'GET', url, headers: credentials() })).status).toBe(200);
});

interface Created {
  readonly slug: string;
}

function call(method: string, path: string, body?: unknown): Promise<WireReply> {
  const json = body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) };
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const url = `${server.url}/v2/packages/organizations/acme/registries${path}`;
  return send({ method, url, headers: { ...credentials(), ...type }, ...json });
}

function credentials(): Record<string, string> {
  return { Accept: 'application/json', Authorization: `Bearer ${server.token}`, 'Accept-Encoding': 'gzip' };
}
