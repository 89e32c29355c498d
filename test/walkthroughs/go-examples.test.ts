/** The example programs of Buildkite's Go client, call by call. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { send, type WireReply } from './wire.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  expect(server.violations()).toBe(0);
  await server[Symbol.asyncDispose]();
});

/** As `WithBaseURL`, with its slash, and a relative path behind it. */
function call(method: string, path: string, body?: unknown): Promise<WireReply> {
  const json = body === undefined ? {} : { body: Buffer.from(`${JSON.stringify(body)}\n`) };
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const headers = {
    'User-Agent': 'go-buildkite/5.14.0',
    Authorization: `Bearer ${server.token}`,
    'Accept-Encoding': 'gzip',
    ...type,
  };
  return send({ method, url: `${server.url}/${path}`, headers, ...json });
}

const registries = 'v2/packages/organizations/acme/registries';

describe('package_registries', () => {
  test('create, list, get, update and delete', async () => {
    const created = (
      await call('POST', registries, {
        name: 'Go registry',
        ecosystem: 'debian',
        description: 'made by Go',
        emoji: ':gopher:',
        color: '#00ADD8',
        oidc_policy: [{ iss: 'https://agent.buildkite.com', claims: { organization_slug: { equals: 'acme' } } }],
      })
    ).json<{ slug: string; oidc_policy: unknown }>();
    const listed = (await call('GET', registries)).json<{ slug: string }[]>();
    const got = (await call('GET', `${registries}/${created.slug}`)).json<object>();
    const updated = (await call('PATCH', `${registries}/${created.slug}`, { description: null })).json<object>();
    const deleted = await call('DELETE', `${registries}/${created.slug}`);
    const gone = await call('GET', `${registries}/${created.slug}`);
    expect(created).toMatchObject({
      slug: 'go-registry',
      emoji: ':gopher:',
      color: '#00ADD8',
      oidc_policy: expect.any(String),
    });
    expect(listed.map(({ slug }) => slug)).toContain('go-registry');
    expect(got).toEqual(created);
    expect(updated).toMatchObject({ description: null, emoji: ':gopher:' });
    expect([deleted.status, gone.status]).toEqual([200, 404]);
    expect(gone.json()).toMatchObject({ message: expect.any(String) });
  });

  test('list_packages walks by the links', async () => {
    await createRegistry(server, 'Walked', 'files');
    for (const number of [1, 2, 3]) await publish(server, 'walked', `file-${number}.0.0.txt`, `file ${number}`);
    const first = (await call('GET', `${registries}/walked/packages?per_page=2`)).json<List>();
    const next = new URL(first.links.next ?? '');
    // The client takes the cursors out of the link, and drops all else.
    const query = new URLSearchParams(
      [...next.searchParams].filter(([name]) => ['after', 'before', 'per_page'].includes(name)),
    );
    const second = (await call('GET', `${registries}/walked/packages?${query.toString()}`)).json<List>();
    expect(first.items.map(({ version }) => version)).toEqual(['3.0.0', '2.0.0']);
    expect(second.items.map(({ version }) => version)).toEqual(['1.0.0']);
    expect(Object.keys(second.links)).not.toContain('next');
  });

  interface List {
    readonly items: readonly { readonly version: string }[];
    readonly links: { readonly next?: string };
  }
});

describe('packages', () => {
  test('get and delete', async () => {
    await createRegistry(server, 'Gone', 'debian');
    const { id } = (await (await publish(server, 'gone', 'a.deb', Buffer.from(await buildDeb()))).json()) as {
      id: string;
    };
    const got = (await call('GET', `${registries}/gone/packages/${id}`)).json<object>();
    const deleted = await call('DELETE', `${registries}/gone/packages/${id}`);
    expect(got).toMatchObject({ id, organization: { slug: 'acme' }, registry: { slug: 'gone' } });
    expect(deleted.status).toBe(200);
  });
});

describe('package_registry_tokens', () => {
  test('create, list, get, update and delete', async () => {
    await createRegistry(server, 'Tokened', 'debian');
    const at = `${registries}/tokened/tokens`;
    const { token, ...created } = (await call('POST', at, { description: 'for servers' })).json<{
      id: string;
      token: string;
    }>();
    const listed = (await call('GET', at)).json<object[]>();
    const got = (await call('GET', `${at}/${created.id}`)).json<object>();
    const updated = (await call('POST', `${at}/${created.id}`, { description: 'for old servers' })).json<object>();
    const deleted = await call('DELETE', `${at}/${created.id}`);
    expect(token).toMatch(/^larder_registry_[\w-]{43}$/);
    expect(created).toMatchObject({
      description: 'for servers',
      created_by: { name: 'Owner of acme' },
      registry: { slug: 'tokened' },
    });
    expect(listed).toEqual([created]);
    expect(got).toEqual(created);
    expect(updated).toEqual({ ...created, description: 'for old servers' });
    expect([deleted.status, (await call('GET', `${at}/${created.id}`)).status]).toEqual([200, 404]);
  });
});

describe('access_tokens, user and organizations', () => {
  test('are read, and the token is revoked', async () => {
    const made = (
      await call('POST', 'v2/access-tokens', { description: 'to be revoked', scopes: ['read_user'] })
    ).json<{ token: string }>();
    const own = { 'User-Agent': 'go-buildkite/5.14.0', Authorization: `Bearer ${made.token}` };
    const read = await send({ method: 'GET', url: `${server.url}/v2/access-token`, headers: own });
    const user = await send({ method: 'GET', url: `${server.url}/v2/user`, headers: own });
    const organizations = await call('GET', 'v2/organizations?page=1&per_page=100');
    const limits = await call('GET', 'v2/organizations/acme/rate_limit');
    const revoked = await send({ method: 'DELETE', url: `${server.url}/v2/access-token`, headers: own });
    const after = await send({ method: 'GET', url: `${server.url}/v2/access-token`, headers: own });
    expect(read.json()).toMatchObject({
      description: 'to be revoked',
      scopes: ['read_user'],
      user: { name: 'Owner of acme' },
    });
    expect(user.json()).toMatchObject({ name: 'Owner of acme' });
    expect(organizations.json()).toMatchObject([{ slug: 'acme' }]);
    expect(limits.json()).toMatchObject({ scopes: { rest: { enforced: false } } });
    expect([revoked.status, revoked.text, after.status]).toEqual([204, '', 401]);
  });
});
