import { describe, expect, it, onTestFinished } from 'vitest';
import { bodyOf, rejectionOf } from '../fixtures/replies.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { storeToken } from '../fixtures/stored-tokens.ts';

describe('getRegistry', () => {
  it('returns the same as listRegistries', async () => {
    const server = await start();
    await createRegistry(server, 'one', 'debian', { description: 'First' });
    const alone = await bodyOf(server.ask(server.in('one')), 'Registry');
    expect(await (await server.ask(server.in())).json()).toEqual([alone]);
  });

  it.each(['nowhere', 'ONE', 'one ', 'one%2F..'])('responds with 404 for %j', async (slug) => {
    const server = await start();
    await createRegistry(server, 'one', 'debian');
    expect(await rejectionOf(server.ask(server.in(slug)))).toEqual({ status: 404, type: 'not-found' });
  });

  it('responds with 400 to a slug of more than 100 characters', async () => {
    const server = await start();
    const { errors } = await bodyOf(server.ask(server.in('a'.repeat(101))), 'InvalidRequestProblem', 400);
    expect(errors.map(({ path }) => path)).toEqual(['path.registry']);
  });
});

describe('listRegistries', () => {
  it('is empty to begin with', async () => {
    const server = await start();
    expect(await (await server.ask(server.in())).json()).toEqual([]);
  });

  it('lists all registries, oldest first, regardless of their names', async () => {
    const server = await start();
    for (const name of ['zebra', 'ant', 'mole']) await createRegistry(server, name, 'files');
    expect(await slugs(server)).toEqual(['zebra', 'ant', 'mole']);
  });

  it('lists more than a page of other lists would hold', async () => {
    const server = await start();
    const names = Array.from({ length: 101 }, (_, index) => `registry-${index}`);
    for (const name of names) await createRegistry(server, name, 'files');
    expect(await slugs(server)).toEqual(names);
  });

  it('lists one page of them for "page" or "per_page", with links to the others', async () => {
    const server = await start();
    const names = Array.from({ length: 31 }, (_, index) => `registry-${index}`);
    for (const name of names) await createRegistry(server, name, 'files');
    const url = `${server.url}${server.in()}`;
    expect(await pageAt(server, '?per_page=10')).toEqual({
      slugs: names.slice(0, 10),
      link: `<${url}?page=1&per_page=10>; rel="self", <${url}?page=2&per_page=10>; rel="next"`,
    });
    expect(await pageAt(server, '?page=2')).toEqual({
      slugs: names.slice(30),
      link: ['self', 'first', 'prev']
        .map((relation) => `<${url}?page=${relation === 'self' ? 2 : 1}&per_page=30>; rel="${relation}"`)
        .join(', '),
    });
    expect(await pageAt(server, '')).toEqual({ slugs: names, link: `<${url}>; rel="self"` });
    expect((await pageAt(server, '?page=0&per_page=1000')).slugs).toEqual(names);
    expect((await pageAt(server, '?page=32&per_page=0')).slugs).toEqual([]);
    expect((await pageAt(server, '?page=31&per_page=0')).link).not.toContain('next');
  });

  it("does not list another organization's", async () => {
    const server = await start();
    await createRegistry(server, 'ours', 'files');
    const token = await storeToken(server.larder, { organization: 'other' });
    const response = await fetch(`${server.url}/v2/packages/organizations/other/registries`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(await response.json()).toEqual([]);
  });
});

async function start(): Promise<TestServer> {
  const server = await startTestServer();
  onTestFinished(() => server[Symbol.asyncDispose]());
  return server;
}

async function pageAt(server: TestServer, query: string): Promise<{ slugs: unknown; link: string | null }> {
  const reply = await server.ask(`${server.in()}${query}`);
  const registries = (await reply.json()) as { slug: string }[];
  return { slugs: registries.map(({ slug }) => slug), link: reply.headers.get('Link') };
}

async function slugs(server: TestServer): Promise<unknown> {
  const registries = (await (await server.ask(server.in())).json()) as { slug: string }[];
  return registries.map(({ slug }) => slug);
}
