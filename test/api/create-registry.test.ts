import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, detailOf, rejectionOf } from '../fixtures/replies.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const teams = [3, 1, 2].map((digit) => `0191e237-6d0c-7a2f-8f62-6a3a3f5a6f1${digit}`);

const everything = {
  description: '  Größe, 日本 & "quotes"  and spaces  ',
  emoji: '🍌',
  color: '#F0ccFf',
  public: true,
  oidc_policy: '# ours\n- iss: https://agent.buildkite.com   # trailing\n\n',
  team_ids: teams,
};

describe('createRegistry', () => {
  it('returns everything that was sent, byte for byte, and the URLs of the registry', async () => {
    const registry = await bodyOf(createRegistry(server, 'Every Thing', 'debian', everything), 'Registry');
    expect(registry).toEqual({
      ...everything,
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      graphql_id: Buffer.from(`Registry---${registry.id}`).toString('base64'),
      slug: 'every-thing',
      url: server.url + server.in('every-thing'),
      web_url: `${server.url}/organizations/acme/packages/registries/every-thing`,
      name: 'Every Thing',
      ecosystem: 'debian',
      type: 'source',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      updated_at: registry.created_at,
    });
  });

  it('starts empty where nothing was sent', async () => {
    const { description, emoji, color, oidc_policy, team_ids, ...rest } = await bodyOf(
      createRegistry(server, 'bare', 'files'),
      'Registry',
    );
    expect([description, emoji, color, oidc_policy, team_ids, rest.public, rest.ecosystem]).toEqual([
      null,
      null,
      null,
      null,
      [],
      false,
      'files',
    ]);
  });

  it('takes null for what may be absent', async () => {
    const none = { description: null, emoji: null, color: null, oidc_policy: null };
    const { description, emoji, color, oidc_policy } = await bodyOf(
      createRegistry(server, 'nulls', 'files', none),
      'Registry',
    );
    expect({ description, emoji, color, oidc_policy }).toEqual(none);
  });

  it('treats empty texts and null for lists, which clients send, as absent', async () => {
    const none = { color: '', oidc_policy: '', team_ids: null };
    const { color, oidc_policy, team_ids } = await bodyOf(createRegistry(server, 'empty', 'files', none), 'Registry');
    expect({ color, oidc_policy, team_ids }).toEqual({ color: null, oidc_policy: null, team_ids: [] });
  });

  it('returns a policy that was sent as an array as JSON', async () => {
    const policy = [{ iss: 'https://agent.buildkite.com', claims: { build_branch: { matches: ['main'] } } }];
    const registry = await bodyOf(createRegistry(server, 'array', 'files', { oidc_policy: policy }), 'Registry');
    expect(registry.oidc_policy).toBe(JSON.stringify(policy));
  });

  it.each([':ruby:', '🍌', '👩‍👩‍👧'])('keeps the emoji %s', async (emoji) => {
    const registry = await bodyOf(createRegistry(server, `emoji ${emoji.length}`, 'files', { emoji }), 'Registry');
    expect(registry.emoji).toBe(emoji);
  });

  it('ignores properties that are not described, also those that only responses have', async () => {
    const more = { slug: 'mine', id: 'mine', unheard_of: [1], type: 'composite' };
    const { slug, type, ...rest } = await bodyOf(createRegistry(server, 'odd', 'files', more), 'Registry');
    expect([slug, type, 'unheard_of' in rest]).toEqual(['odd', 'source', false]);
  });

  it('returns the same as getRegistry afterwards', async () => {
    const created = await bodyOf(createRegistry(server, 'again', 'debian', everything), 'Registry');
    expect(await bodyOf(server.ask(server.in('again')), 'Registry')).toEqual(created);
  });
});

describe('createRegistry rejects', () => {
  it.each([
    ['no name', { ecosystem: 'debian' }, 'body.name'],
    ['no ecosystem', { name: 'x' }, 'body.ecosystem'],
    ['an unknown ecosystem', { name: 'x', ecosystem: 'cobol' }, 'body.ecosystem'],
    ['an ecosystem in capitals', { name: 'x', ecosystem: 'Debian' }, 'body.ecosystem'],
    ['a name that is no text', { name: 7, ecosystem: 'files' }, 'body.name'],
    ['a name that is null', { name: null, ecosystem: 'files' }, 'body.name'],
    ['an empty name', { name: '', ecosystem: 'files' }, 'body.name'],
    ['a name without letters', { name: '日本', ecosystem: 'files' }, 'body.name'],
    ['a name of 101 characters', { name: 'a'.repeat(101), ecosystem: 'files' }, 'body.name'],
    ['a color of four digits', { name: 'x', ecosystem: 'files', color: '#ffff' }, 'body.color'],
    ['a named color', { name: 'x', ecosystem: 'files', color: 'red' }, 'body.color'],
    ['a long description', { name: 'x', ecosystem: 'files', description: 'a'.repeat(2001) }, 'body.description'],
    ['a long emoji', { name: 'x', ecosystem: 'files', emoji: 'a'.repeat(101) }, 'body.emoji'],
    ['public as text', { name: 'x', ecosystem: 'files', public: 'yes' }, 'body.public'],
    ['public as null', { name: 'x', ecosystem: 'files', public: null }, 'body.public'],
    ['team ids that are none', { name: 'x', ecosystem: 'files', team_ids: ['a'] }, 'body.team_ids.0'],
    ['a policy that is a number', { name: 'x', ecosystem: 'files', oidc_policy: 7 }, 'body.oidc_policy'],
    ['a statement that is text', { name: 'x', ecosystem: 'files', oidc_policy: ['a'] }, 'body.oidc_policy.0'],
  ])('%s with 400, naming the place', async (_, body, place) => {
    const { errors, message } = await bodyOf(post(JSON.stringify(body)), 'InvalidRequestProblem', 400);
    expect(new Set(errors.map(({ path }) => path))).toEqual(new Set([place]));
    expect(message.startsWith(`${place}: `)).toBe(true);
  });

  it.each([
    ['half a body', '{"name": "x"'],
    ['an empty body', ''],
    ['a list', '[]'],
    ['text', '"x"'],
    ['null', 'null'],
  ])('%s with 400', async (_, body) => {
    expect(await rejectionOf(post(body))).toEqual({ status: 400, type: 'invalid-request' });
  });

  it('a name whose slug another registry has with 409', async () => {
    await createRegistry(server, 'Taken Name', 'files');
    expect(await bodyOf(createRegistry(server, 'taken-NAME!', 'debian'), 'Problem', 409)).toMatchObject({
      type: 'urn:larder:problem:slug-taken',
      detail: 'The slug "taken-name", derived from this name, is already taken. Choose another name.',
    });
  });

  it('all but one of many that are created concurrently with the same name', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => createRegistry(server, 'rush', 'files')));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
  });

  it('an invalid policy with 422', async () => {
    const response = createRegistry(server, 'policy', 'files', { oidc_policy: 'nothing' });
    expect(await detailOf(response, 422)).toBe('oidc_policy: must be a list of statements.');
  });

  it('a policy that is too long as JSON with 422', async () => {
    const oidc_policy = [{ iss: 'x', claims: { a: 'y'.repeat(100_000) } }];
    expect(await rejectionOf(createRegistry(server, 'long', 'files', { oidc_policy }))).toEqual({
      status: 422,
      type: 'invalid-policy',
    });
  });

  it('a body of more than a mebibyte with 413', async () => {
    const body = JSON.stringify({ name: 'x', ecosystem: 'files', unheard_of: 'a'.repeat(1024 * 1024) });
    expect(await rejectionOf(post(body))).toEqual({ status: 413, type: 'payload-too-large' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])('%s with 415', async (type) => {
    expect(await rejectionOf(post('{"name": "x", "ecosystem": "files"}', type))).toEqual({
      status: 415,
      type: 'unsupported-media-type',
    });
  });

  it('nothing for a content type with parameters, in capitals', async () => {
    const response = await post('{"name": "charset", "ecosystem": "files"}', 'Application/JSON; Charset=UTF-8');
    expect((await bodyOf(response, 'Registry')).slug).toBe('charset');
  });
});

it('broke the contract in no response', () => {
  expect(server.violations()).toBe(0);
});

function post(body: string, type = 'application/json'): Promise<Response> {
  return server.ask(server.in(), { method: 'POST', headers: { 'Content-Type': type }, body });
}
