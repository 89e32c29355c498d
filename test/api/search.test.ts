/** The search of packages in all registries of an organization. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../../generated/api.ts';
import { rejectionOf } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { storeToken } from '../fixtures/stored-tokens.ts';

type Search = components['schemas']['PackageSearch'];

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  for (const [slug, names] of Object.entries({
    tools: ['agent-1.0.0.zip', 'agent-1.9.0.zip', 'agent-1.10.0.zip', 'agent-ui-1.0.0.zip', 'my-agent-2.0.0.zip'],
    others: ['Agent-0.1.0.zip', 'other-1.0.0.zip'],
  })) {
    await createRegistry(server, slug, 'files');
    for (const name of names) expect((await publish(server, slug, name, Buffer.from(name))).status).toBe(200);
  }
});
afterAll(() => server[Symbol.asyncDispose]());

async function search(query: Readonly<Record<string, string>>, token?: string): Promise<Search> {
  const response = await ask(query, token);
  expect(response.status).toBe(200);
  return (await response.json()) as Search;
}

async function ask(query: Readonly<Record<string, string>>, token?: string): Promise<Response> {
  const headers = token === undefined ? undefined : { Authorization: `Bearer ${token}` };
  const path = `/v2/packages/organizations/acme/search?${String(new URLSearchParams(query))}`;
  return server.ask(path, headers && { headers });
}

/** The part of a URL behind the address of the server. */
function atServer(url = ''): string {
  const { pathname, search: query } = new URL(url);
  return pathname + query;
}

const rows = ({ items }: Search) => items.map(({ registry, name }) => `${registry.slug} ${name}`);

it('finds equal names, then those that begin with the text, then others, without regard to case', async () => {
  expect(rows(await search({ q: 'AGENT' }))).toEqual([
    'tools agent',
    'others Agent',
    'tools agent-ui',
    'tools my-agent',
  ]);
  expect(rows(await search({ q: 'ag' }))).toEqual(['tools agent', 'others Agent', 'tools agent-ui']);
  expect(rows(await search({ q: 'y_a' }))).toEqual(['tools my-agent']);
});

it('returns one item for each name, with its latest version and the links to it', async () => {
  const { items } = await search({ q: 'agent', registry: 'tools', per_page: '1' });
  const [item] = items;
  expect(item).toMatchObject({ name: 'agent', ecosystem: 'files', latest: '1.10.0', versions: 3 });
  const latest = (await (await server.ask(atServer(item?.url))).json()) as components['schemas']['Package'];
  expect(latest).toMatchObject({
    name: 'agent',
    version: '1.10.0',
    web_url: item?.web_url,
    created_at: item?.published_at,
    registry: item?.registry,
  });
});

it('filters by registry and by ecosystem, and counts without the filters', async () => {
  expect(rows(await search({ q: 'agent', registry: 'others' }))).toEqual(['others Agent']);
  expect(rows(await search({ q: 'agent', ecosystem: 'files' }))).toHaveLength(4);
  const { items, facets } = await search({ q: 'agent', ecosystem: 'debian' });
  expect(items).toEqual([]);
  expect(facets).toEqual({
    complete: true,
    ecosystems: [{ ecosystem: 'files', names: 4 }],
    registries: [
      { registry: 'tools', name: 'tools', ecosystem: 'files', names: 3 },
      { registry: 'others', name: 'others', ecosystem: 'files', names: 1 },
    ],
  });
});

it('leads from page to page, also after the last name of a page is deleted', async () => {
  await createRegistry(server, 'pages', 'files');
  for (const name of ['page-1.0.0', 'pager-1.0.0', 'pages-1.0.0', 'a-page-1.0.0', 'b-page-1.0.0'])
    await publish(server, 'pages', `${name}.zip`, Buffer.from(name));
  const found: string[][] = [];
  let url: string | undefined = `/v2/packages/organizations/acme/search?q=page&registry=pages&per_page=2`;
  while (url !== undefined) {
    const response = await server.ask(url);
    const { items, links }: Search = (await response.json()) as Search;
    expect(response.headers.get('link')).toBe(
      Object.entries(links)
        .map(([relation, target]) => `<${target}>; rel="${relation}"`)
        .join(', '),
    );
    found.push(items.map(({ name }) => name));
    await server.ask(atServer(items.at(-1)?.url), { method: 'DELETE' });
    url = links.next && atServer(links.next);
  }
  expect(found).toEqual([['page', 'pager'], ['pages', 'b-page'], ['a-page']]);
});

describe('a token', () => {
  it('of one registry finds the names of that registry only', async () => {
    const { id = '' } = (await server.larder.catalog.registries.find(server.organization.id, 'others')) ?? {};
    const token = await storeToken(server.larder, { registryId: id, scopes: ['read_packages'] });
    const found = await search({ q: 'agent' }, token);
    expect(rows(found)).toEqual(['others Agent']);
    expect(found.facets.registries.map(({ registry: slug }) => slug)).toEqual(['others']);
    expect(await rejectionOf(ask({ q: 'agent', registry: 'tools' }, token))).toEqual({
      status: 404,
      type: 'not-found',
    });
  });
});

it.each([
  [{}, 400, 'invalid-request'],
  [{ q: '' }, 400, 'invalid-request'],
  [{ q: 'a'.repeat(201) }, 400, 'invalid-request'],
  [{ q: 'a', ecosystem: 'nothing' }, 400, 'invalid-request'],
  [{ q: 'a', registry: 'nothing' }, 404, 'not-found'],
  [{ q: 'a', after: 'a' }, 422, 'unusable-cursor'],
  [{ q: 'a', after: Buffer.from('9999999999999999 a').toString('base64url') }, 422, 'unusable-cursor'],
] as const)('rejects %j with %i', async (query, status, type) => {
  expect(await rejectionOf(ask(query))).toEqual({ status, type });
});

it.each(['%00', '%22', '%25', '_', '*', 'NEAR(a%20b)', '%F0%9F%8D%8C', '%EF%BF%BF', '%7Ba%7D'])(
  'takes %s as text',
  async (text) => {
    const response = await server.ask(`/v2/packages/organizations/acme/search?q=${text}`);
    expect([response.status, ((await response.json()) as Search).items]).toEqual([200, []]);
  },
);
