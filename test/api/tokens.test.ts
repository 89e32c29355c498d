/** Access tokens and registry tokens: made, listed, used and taken away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { scopes } from '../../src/model/limits.ts';
import { bodyOf, detailOf, rejectionOf } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { storeToken } from '../fixtures/stored-tokens.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'Plain', 'files');
  await createRegistry(server, 'Other', 'files');
  await publish(server, 'plain', 'manual-1.0.0.txt', 'How to read.');
});
afterAll(async () => {
  expect(server.violations()).toBe(0);
  await server[Symbol.asyncDispose]();
});

const tokens = '/v2/access-tokens';

describe('createAccessToken', () => {
  it('makes a token that works with its scopes', async () => {
    const made = await bodyOf(
      post(tokens, { description: 'builds', scopes: ['read_registries'] }),
      'AccessTokenWithSecret',
    );
    const [listed, user] = await Promise.all([by(made.token, server.in()), by(made.token, '/v2/user')]);
    expect([made.scopes, listed.status, user.status]).toEqual([['read_registries'], 200, 403]);
  });

  it('shows the secret in no other response', async () => {
    const made = await bodyOf(post(tokens, { description: 'secret', scopes: ['read_user'] }), 'AccessTokenWithSecret');
    const listed = await (await server.ask(tokens)).text();
    expect([listed.includes(made.uuid), listed.includes(made.token), listed.includes('"token"')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('grants no scope that the caller lacks', async () => {
    const limited = await storeToken(server.larder, { scopes: ['write_access_tokens', 'read_user'] });
    const asked = by(limited, tokens, { description: 'more', scopes: ['read_user', 'delete_packages'] });
    expect(await detailOf(asked, 403)).toBe(
      "Your access token doesn't have the delete_packages scope, which this request needs.",
    );
  });

  it.each([
    ['an unknown scope', { description: 'x', scopes: ['fly'] }],
    ['no scope', { description: 'x', scopes: [] }],
    ['one scope twice', { description: 'x', scopes: ['read_user', 'read_user'] }],
    ['no description', { scopes: ['read_user'] }],
    ['a time that is none', { description: 'x', scopes: ['read_user'], expires_at: 'tomorrow' }],
  ])('responds with 400 to %s', async (_, body) => {
    expect(await rejectionOf(post(tokens, body))).toEqual({ status: 400, type: 'invalid-request' });
  });

  it('responds with 422 to a time that has passed', async () => {
    const body = { description: 'x', scopes: ['read_user'], expires_at: '2020-01-01T00:00:00Z' };
    expect(await rejectionOf(post(tokens, body))).toEqual({ status: 422, type: 'unusable-expiry' });
  });

  it('takes a time to come', async () => {
    const body = { description: 'x', scopes: ['read_user'], expires_at: '2100-01-01T00:00:00Z' };
    expect(await bodyOf(post(tokens, body), 'AccessTokenWithSecret')).toMatchObject({
      expires_at: '2100-01-01T00:00:00Z',
    });
  });
});

describe('a token that another token made', () => {
  const expiresAt = new Date('2090-01-01T00:00:00.000Z');
  const all = { description: 'a child', scopes: ['read_user'] };

  it('expires with it, unless it is to expire before', async () => {
    const parent = await storeToken(server.larder, { expiresAt });
    const expiries = [undefined, null, '2080-01-01T00:00:00Z', '2090-01-01T00:00:00Z'];
    const made = await Promise.all(
      expiries.map((expires_at) => bodyOf(by(parent, tokens, { ...all, expires_at }), 'AccessTokenWithSecret')),
    );
    const own = '2090-01-01T00:00:00Z';
    expect(made.map(({ expires_at }) => expires_at)).toEqual([own, own, '2080-01-01T00:00:00Z', own]);
  });

  it('does not expire later: 422', async () => {
    const parent = await storeToken(server.larder, { expiresAt });
    expect(await detailOf(by(parent, tokens, { ...all, expires_at: '2090-01-01T00:00:01Z' }), 422)).toBe(
      'expires_at is later than 2090-01-01T00:00:00.000Z, when your access token expires. Choose an earlier time.',
    );
  });

  it('expires with it when it is a registry token, too', async () => {
    const parent = await storeToken(server.larder, { expiresAt });
    const asked = by(parent, server.in('plain', 'tokens'), { description: 'for servers' });
    expect(await bodyOf(asked, 'RegistryTokenWithSecret')).toMatchObject({ expires_at: '2090-01-01T00:00:00Z' });
  });

  it.each(['deleted', 'revoked'])('ends when it is %s', async (how) => {
    const parent = await bodyOf(post(tokens, { ...all, scopes: [...scopes] }), 'AccessTokenWithSecret');
    const child = await bodyOf(by(parent.token, tokens, all), 'AccessTokenWithSecret');
    const ofRegistry = by(parent.token, server.in('plain', 'tokens'), { description: 'for servers' });
    const { token } = await bodyOf(ofRegistry, 'RegistryTokenWithSecret');
    if (how === 'deleted') await remove(server.token, parent.uuid);
    else await fetch(`${server.url}/v2/access-token`, { method: 'DELETE', headers: bearer(parent.token) });
    const replies = await Promise.all([child.token, token].map((secret) => by(secret, '/v2/access-token')));
    expect(replies.map(({ status }) => status)).toEqual([401, 401]);
  });

  it('stays when the settings get another secret', async () => {
    const child = await bodyOf(post(tokens, all), 'AccessTokenWithSecret');
    const next = await startTestServer({
      LARDER_DATA_DIR: server.dataDir,
      LARDER_ADMIN_TOKEN: 'another-secret-of-theirs',
    });
    try {
      expect((await by(child.token, '/v2/user')).status).toBe(200);
    } finally {
      await next.stop();
      const back = await startTestServer({ LARDER_DATA_DIR: server.dataDir });
      await back.stop();
    }
  });
});

describe('deleting a token', () => {
  it('needs all of its scopes', async () => {
    const limited = await storeToken(server.larder, { scopes: ['write_access_tokens', 'read_user'] });
    const made = async (scope: string): Promise<string> =>
      (await bodyOf(post(tokens, { description: 'x', scopes: ['read_user', scope] }), 'AccessTokenWithSecret')).uuid;
    const detail = "Your access token doesn't have the delete_packages scope, which this request needs.";
    expect(await detailOf(remove(limited, await made('delete_packages')), 403)).toBe(detail);
    expect((await remove(limited, await made('write_access_tokens'))).status).toBe(200);
  });

  it('is rejected for the token of the settings, by others and by itself', async () => {
    const { uuid } = await bodyOf(server.ask('/v2/access-token'), 'AccessToken');
    const other = await bodyOf(post(tokens, { description: 'x', scopes: [...scopes] }), 'AccessTokenWithSecret');
    const rejected = { status: 403, type: 'token-in-settings' };
    expect([
      await rejectionOf(remove(other.token, uuid)),
      await rejectionOf(remove(server.token, uuid)),
      await rejectionOf(server.ask('/v2/access-token', { method: 'DELETE' })),
      (await server.ask('/v2/user')).status,
    ]).toEqual([rejected, rejected, rejected, 200]);
  });
});

describe('a token that is deleted', () => {
  it('stops working immediately', async () => {
    const made = await bodyOf(post(tokens, { description: 'short', scopes: ['read_user'] }), 'AccessTokenWithSecret');
    await server.ask(`${tokens}/${made.uuid}`, { method: 'DELETE' });
    expect(await rejectionOf(by(made.token, '/v2/user'))).toEqual({ status: 401, type: 'unauthenticated' });
  });

  it('is not found a second time', async () => {
    const made = await bodyOf(post(tokens, { description: 'short', scopes: ['read_user'] }), 'AccessTokenWithSecret');
    await server.ask(`${tokens}/${made.uuid}`, { method: 'DELETE' });
    expect((await server.ask(`${tokens}/${made.uuid}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('is named in the response', async () => {
    const made = await bodyOf(post(tokens, { description: 'short', scopes: ['read_user'] }), 'AccessTokenWithSecret');
    const reply = await server.ask(`${tokens}/${made.uuid}`, { method: 'DELETE' });
    expect(await reply.json()).toEqual({ id: made.uuid, message: 'Deleted the access token "short".' });
  });

  it('is deleted by one of many concurrent requests', async () => {
    const { uuid } = await bodyOf(
      post(tokens, { description: 'short', scopes: ['read_user'] }),
      'AccessTokenWithSecret',
    );
    const deletions = Array.from({ length: 5 }, () => server.ask(`${tokens}/${uuid}`, { method: 'DELETE' }));
    const [first, ...late] = (await Promise.all(deletions)).toSorted((one, other) => one.status - other.status);
    expect([first?.status, late.length]).toEqual([200, 4]);
    for (const reply of late) {
      const detail = `Access token "${uuid}" not found, or the token has no access to it.`;
      expect(await detailOf(reply, 404)).toBe(detail);
    }
  });

  it('is not a registry token, which only registries create', async () => {
    const { id } = await registryToken('plain');
    expect((await server.ask(`${tokens}/${id}`, { method: 'DELETE' })).status).toBe(404);
  });
});

it('the last use of a token is kept', async () => {
  const made = await bodyOf(post(tokens, { description: 'used', scopes: ['read_user'] }), 'AccessTokenWithSecret');
  const find = async (): Promise<string | null | undefined> => {
    const listed = (await (await server.ask(tokens)).json()) as { uuid: string; last_used_at: string | null }[];
    return listed.find(({ uuid }) => uuid === made.uuid)?.last_used_at;
  };
  const before = await find();
  await by(made.token, '/v2/user');
  expect(before).toBeNull();
  await eventually(async () => expect(await find()).toMatch(/^\d{4}-/));
});

describe('a registry token', () => {
  it('lets native clients read its registry', async () => {
    const { token } = await registryToken('plain');
    const reply = await native(token, 'plain');
    expect([reply.status, await reply.text()]).toEqual([200, 'How to read.']);
  });

  it('does not let them see another', async () => {
    const { token } = await registryToken('other');
    expect((await native(token, 'plain')).status).toBe(404);
  });

  it('works through the API as well, for reading packages', async () => {
    const { token } = await registryToken('plain');
    expect((await by(token, server.in('plain', 'packages'))).status).toBe(200);
  });

  it('does not publish', async () => {
    const { token } = await registryToken('plain');
    expect(await rejectionOf(by(token, server.in('plain', 'packages'), {}))).toEqual({
      status: 403,
      type: 'missing-scope',
    });
  });

  it('goes with its registry', async () => {
    await createRegistry(server, 'Short lived', 'files');
    const { token } = await registryToken('short-lived');
    await server.ask(server.in('short-lived'), { method: 'DELETE' });
    expect((await by(token, '/v2/access-token')).status).toBe(401);
  });

  it('is not among the access tokens', async () => {
    const { id } = await registryToken('plain');
    expect(await (await server.ask(tokens)).text()).not.toContain(id);
  });
});

function post(path: string, body: object): Promise<Response> {
  return by(server.token, path, body);
}

function by(token: string, path: string, body?: object): Promise<Response> {
  const headers = { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json' }) };
  return fetch(server.url + path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers });
}

function remove(token: string, uuid: string): Promise<Response> {
  return fetch(`${server.url}${tokens}/${uuid}`, { method: 'DELETE', headers: bearer(token) });
}

function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}

function registryToken(registry: string): Promise<{ id: string; token: string }> {
  return bodyOf(post(server.in(registry, 'tokens'), { description: 'for servers' }), 'RegistryTokenWithSecret');
}

function native(token: string, registry: string): Promise<Response> {
  const credentials = Buffer.from(`buildkite:${token}`).toString('base64');
  return fetch(`${server.url}/acme/${registry}/files/manual-1.0.0.txt`, {
    headers: { Authorization: `Basic ${credentials}` },
  });
}
