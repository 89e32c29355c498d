/** One update under three methods: what POST does, PATCH and PUT do as well. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, detailOf, rejectionOf, type Schemas } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const settings = {
  description: 'Before',
  emoji: ':banana:',
  color: '#F0ccff',
  public: true,
  oidc_policy: '- iss: https://agent.buildkite.com',
  team_ids: ['0191e237-6d0c-7a2f-8f62-6a3a3f5a6f12', '0191e237-6d0c-7a2f-8f62-6a3a3f5a6f11'],
};

let made = 0;
async function make(): Promise<Schemas['Registry']> {
  made += 1;
  return await bodyOf(createRegistry(server, `before ${made}`, 'debian', settings), 'Registry');
}

describe.each(['POST', 'PATCH', 'PUT'])('an update by %s', (method) => {
  const change = (slug: string, body: object): Promise<Response> =>
    server.ask(server.in(slug), {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('keeps all that is absent', async () => {
    const before = await make();
    const after = await bodyOf(change(before.slug, {}), 'Registry');
    expect(after).toEqual({ ...before, updated_at: after.updated_at });
  });

  it.each(['description', 'emoji', 'color', 'oidc_policy'])('clears %s by null, and nothing else', async (property) => {
    const before = await make();
    const after = await bodyOf(change(before.slug, { [property]: null }), 'Registry');
    expect(after).toEqual({ ...before, [property]: null, updated_at: after.updated_at });
  });

  it.each(['color', 'oidc_policy'])(
    'clears %s by an empty text, as clients send it that have no null',
    async (property) => {
      const before = await make();
      const after = await bodyOf(change(before.slug, { [property]: '' }), 'Registry');
      expect(after).toEqual({ ...before, [property]: null, updated_at: after.updated_at });
    },
  );

  it('clears team_ids by null', async () => {
    const before = await make();
    const after = await bodyOf(change(before.slug, { team_ids: null }), 'Registry');
    expect(after).toEqual({ ...before, team_ids: [], updated_at: after.updated_at });
  });

  it.each([
    ['#fff', '#ffffff'],
    ['#Fa0', '#FFaa00'],
  ])('reads the colour %s as %s', async (color, six) => {
    const { slug } = await make();
    expect((await bodyOf(change(slug, { color }), 'Registry')).color).toBe(six);
  });

  it.each(['#', '#ff', '#ffff', '#fffff', '#fffffff', 'fff', '#ggg', ' #fff'])(
    'responds with 400 to the colour %j, and names the valid forms',
    async (color) => {
      const { slug } = await make();
      const { detail } = await bodyOf(change(slug, { color }), 'InvalidRequestProblem', 400);
      expect(detail).toMatch(/^body\.color: must be a colour such as/);
    },
  );

  it.each([
    ['description', 'After'],
    ['emoji', '🍒'],
    ['color', '#ABcdef'],
    ['public', false],
    ['oidc_policy', '- iss: https://x.example  # spaces\n'],
    ['team_ids', []],
  ])('sets %s to %j, and nothing else', async (property, value) => {
    const before = await make();
    const after = await bodyOf(change(before.slug, { [property]: value }), 'Registry');
    expect(after).toEqual({ ...before, [property]: value, updated_at: after.updated_at });
  });

  it('is visible to later requests', async () => {
    const before = await make();
    const after = await bodyOf(change(before.slug, { description: 'After' }), 'Registry');
    expect(await bodyOf(server.ask(server.in(before.slug)), 'Registry')).toEqual(after);
  });

  it('leaves the slug alone when the name is the same', async () => {
    const before = await make();
    const { name, slug } = await bodyOf(change(before.slug, { name: before.name }), 'Registry');
    expect({ name, slug }).toEqual({ name: before.name, slug: before.slug });
  });

  it('leaves the slug alone when the name is only spelled in another way', async () => {
    const before = await make();
    const spelled = before.name.toUpperCase().replace(' ', '_');
    const { name, slug } = await bodyOf(change(before.slug, { name: spelled }), 'Registry');
    expect({ name, slug }).toEqual({ name: spelled, slug: before.slug });
  });

  it('changes slug and URLs with the name', async () => {
    const before = await make();
    const after = await bodyOf(change(before.slug, { name: `New ${before.name}` }), 'Registry');
    expect(after).toEqual({
      ...before,
      name: `New ${before.name}`,
      slug: `new-${before.slug}`,
      url: server.url + server.in(`new-${before.slug}`),
      web_url: `${server.url}/organizations/acme/packages/registries/new-${before.slug}`,
      updated_at: after.updated_at,
    });
  });

  it('leaves nothing at the old URL of a registry that got another name', async () => {
    const { slug } = await make();
    await change(slug, { name: `moved ${slug}` });
    expect(await rejectionOf(server.ask(server.in(slug)))).toEqual({ status: 404, type: 'not-found' });
  });

  it('takes the packages along to the new URL', async () => {
    const { slug } = await bodyOf(createRegistry(server, `files for ${method}`, 'files'), 'Registry');
    const { id } = await bodyOf(publish(server, slug, 'app-1.0.0.txt', 'bytes'), 'Package');
    await change(slug, { name: `moved ${slug}` });
    const { url } = await bodyOf(server.ask(server.in(`moved-${slug}`, 'packages', id)), 'Package');
    expect(url).toBe(server.url + server.in(`moved-${slug}`, 'packages', id));
  });

  it("responds with 409 to another registry's slug, and changes nothing", async () => {
    const [before, other] = [await make(), await make()];
    const rejection = await rejectionOf(change(before.slug, { name: other.name, description: 'After' }));
    const after = await bodyOf(server.ask(server.in(before.slug)), 'Registry');
    expect([rejection, after]).toEqual([{ status: 409, type: 'slug-taken' }, before]);
  });

  it('takes the ecosystem that the registry has', async () => {
    const { slug } = await make();
    expect((await bodyOf(change(slug, { ecosystem: 'debian' }), 'Registry')).ecosystem).toBe('debian');
  });

  it('responds with 422 to another ecosystem', async () => {
    const { slug } = await make();
    expect(await detailOf(change(slug, { ecosystem: 'files' }), 422)).toBe(
      'The ecosystem of a registry cannot be changed from debian. Create another registry for files.',
    );
  });

  it('responds with 422 to an invalid policy', async () => {
    const { slug } = await make();
    expect(await rejectionOf(change(slug, { oidc_policy: '- {}' }))).toEqual({ status: 422, type: 'invalid-policy' });
  });

  it.each(['name', 'ecosystem', 'public'])('responds with 400 to null for %s', async (property) => {
    const { slug } = await make();
    const { errors } = await bodyOf(change(slug, { [property]: null }), 'InvalidRequestProblem', 400);
    expect(new Set(errors.map(({ path }) => path))).toEqual(new Set([`body.${property}`]));
  });

  it('ignores properties that are not described', async () => {
    const before = await make();
    const after = await bodyOf(change(before.slug, { slug: 'mine', unheard_of: 1 }), 'Registry');
    expect(after).toEqual({ ...before, updated_at: after.updated_at });
  });

  it('responds with 404 for a registry that is not there', async () => {
    expect(await rejectionOf(change('nowhere', {}))).toEqual({ status: 404, type: 'not-found' });
  });

  it('responds with 413 to a body of more than a mebibyte', async () => {
    const { slug } = await make();
    const body = { unheard_of: 'a'.repeat(1024 * 1024) };
    expect(await rejectionOf(change(slug, body))).toEqual({ status: 413, type: 'payload-too-large' });
  });

  it('responds with 415 to a form', async () => {
    const { slug } = await make();
    const response = server.ask(server.in(slug), { method, body: new URLSearchParams({ description: 'After' }) });
    expect(await rejectionOf(response)).toEqual({ status: 415, type: 'unsupported-media-type' });
  });
});

it('broke the contract in no response', () => {
  expect(server.violations()).toBe(0);
});
