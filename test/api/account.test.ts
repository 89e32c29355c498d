/** What a token can learn about itself, its user and its organization. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopes } from '../../src/model/limits.ts';
import { bodyOf, rejectionOf } from '../fixtures/replies.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { storeToken } from '../fixtures/stored-tokens.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
const wholeSeconds = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

describe('getAccessToken', () => {
  it("describes the operator's token", async () => {
    expect(await bodyOf(server.ask('/v2/access-token'), 'AccessToken')).toEqual({
      uuid,
      scopes,
      description: 'Set by the operator',
      created_at: wholeSeconds,
      expires_at: null,
      last_used_at: wholeSeconds,
      user: { name: 'Owner of acme', email: 'owner@acme.invalid' },
      organization: {
        id: uuid,
        slug: 'acme',
        url: `${server.url}/v2/organizations/acme`,
        web_url: `${server.url}/organizations/acme`,
      },
    });
  });

  it('names the organization of a token without any scope, and of a registry token', async () => {
    await createRegistry(server, 'shelf', 'files');
    const { id } = await bodyOf(server.ask(server.in('shelf')), 'Registry');
    const tokens = [
      await storeToken(server.larder, { scopes: [] }),
      await storeToken(server.larder, { scopes: ['read_packages'], registryId: id }),
    ];
    const bodies = await Promise.all(tokens.map((token) => bodyOf(ask('/v2/access-token', token), 'AccessToken')));
    expect(bodies.map(({ organization }) => organization.slug)).toEqual(['acme', 'acme']);
  });

  it('returns scopes and expiry of a token that has some', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000);
    const token = await storeToken(server.larder, { scopes: ['read_user'], expiresAt });
    const reply = await bodyOf(ask('/v2/access-token', token), 'AccessToken');
    expect([reply.scopes, reply.expires_at]).toEqual([['read_user'], `${expiresAt.toISOString().slice(0, 19)}Z`]);
  });

  it('needs no scope', async () => {
    const token = await storeToken(server.larder, { scopes: [] });
    expect((await bodyOf(ask('/v2/access-token', token), 'AccessToken')).scopes).toEqual([]);
  });

  it('never returns the secret', async () => {
    expect(await (await server.ask('/v2/access-token')).text()).not.toContain(server.token);
  });
});

describe('getUser', () => {
  it("returns the token's user", async () => {
    const user = await bodyOf(server.ask('/v2/user'), 'User');
    expect(user).toEqual({
      id: uuid,
      graphql_id: graphqlId('User', user.id),
      name: 'Owner of acme',
      email: 'owner@acme.invalid',
      avatar_url: null,
      created_at: wholeSeconds,
    });
  });
});

describe('getOrganization', () => {
  it('returns the organization', async () => {
    const organization = await bodyOf(server.ask('/v2/organizations/acme'), 'Organization');
    expect(organization).toEqual({
      id: uuid,
      graphql_id: graphqlId('Organization', organization.id),
      url: `${server.url}/v2/organizations/acme`,
      web_url: `${server.url}/organizations/acme`,
      name: 'acme',
      slug: 'acme',
      created_at: wholeSeconds,
    });
  });

  it.each(['acm', 'ACME', 'nobody'])('responds with 404 for %s', async (slug) => {
    expect(await rejectionOf(server.ask(`/v2/organizations/${slug}`))).toEqual({ status: 404, type: 'not-found' });
  });
});

describe('listOrganizations', () => {
  it('lists the only organization in the same form as by itself', async () => {
    const alone = await bodyOf(server.ask('/v2/organizations/acme'), 'Organization');
    expect(await (await server.ask('/v2/organizations')).json()).toEqual([alone]);
  });

  it('has nothing on later pages', async () => {
    expect(await (await server.ask('/v2/organizations?page=2')).json()).toEqual([]);
  });

  it.each(['page=0', 'page=-1', 'per_page=0', 'per_page=1000', 'page=1&x=1'])(
    'has the first page for %s',
    async (query) => {
      expect(await (await server.ask(`/v2/organizations?${query}`)).json()).toHaveLength(1);
    },
  );

  it.each(['page=x', 'page=1.0', 'per_page=1e1', 'per_page=0x10'])('responds with 400 to %s', async (query) => {
    const { errors } = await bodyOf(server.ask(`/v2/organizations?${query}`), 'InvalidRequestProblem', 400);
    expect(errors.map(({ path }) => path)).toEqual([`query.${query.split('=')[0]}`]);
  });
});

function ask(path: string, token: string): Promise<Response> {
  return fetch(server.url + path, { headers: { Authorization: `Bearer ${token}` } });
}

function graphqlId(kind: string, id: string): string {
  return Buffer.from(`${kind}---${id}`).toString('base64');
}
