/**
 * Slugs with URLs of the server itself: new organizations and registries cannot have one, and existing ones cause a
 * warning at start.
 */
import { describe, expect, test } from 'vitest';
import type { OpenApiDocument } from '../../src/contract/description.ts';
import { Failure } from '../../src/model/failure.ts';
import { createRegistry, updateRegistry } from '../../src/registry/registries.ts';
import { scopes } from '../../src/model/limits.ts';
import { reservedSlugs, reservedSlugsOf } from '../../src/server/reserved-slugs.ts';
import { startTestServer } from '../fixtures/server.ts';
import { issueToken } from '../native/tokens.ts';

const shopAt = (...urls: readonly string[]): OpenApiDocument => ({
  openapi: '3.1.1',
  info: { title: 'A shop', version: '1' },
  paths: Object.fromEntries(urls.map((url) => [url, {}])),
});

describe('are computed from all descriptions', () => {
  test.each<[title: string, documents: readonly OpenApiDocument[], organization: string[], registry: string[]]>([
    [
      'a literal in the place of an organization',
      [shopAt('/{organization}/{registry}/files'), shopAt('/docs', '/docs/matrix', '/')],
      ['docs'],
      [],
    ],
    [
      'a literal in the place of a registry, whatever the organization is called there',
      [shopAt('/{organization}/{registry}/files'), shopAt('/{owner}/profile', '/{owner}/members/{member}')],
      [],
      ['profile', 'members'],
    ],
    [
      'below a literal, and nowhere else',
      [shopAt('/v9/{organization}', '/v9/search/all', '/v8/search')],
      ['search'],
      [],
    ],
  ])('%s', (_, documents, organization, registry) => {
    const found = reservedSlugsOf(documents);
    const none = reservedSlugsOf([]).organization;
    expect([...found.organization].filter((slug) => !none.has(slug))).toEqual(organization);
    expect([...found.registry]).toEqual(registry);
  });

  test('those of this server, and of URLs to come', () => {
    const expected = ['healthz', 'readyz', 'openapi.json', 'v2', 'uploads', 'docs', 'organizations', 'token'];
    // The API's URLs have these where those of OCI have an organization.
    const belowVersion = ['_catalog', 'access-token', 'access-tokens', 'packages', 'user'];
    const toCome = ['api', 'v1', '-', '_', '.well-known'];
    expect(new Set(reservedSlugs.organization)).toEqual(new Set([...expected, ...belowVersion, ...toCome]));
    expect(reservedSlugs.registry).toEqual(new Set());
  });
});

test('an organization of an earlier version that has one is reported at start, and served by the API only', async () => {
  await using server = await startTestServer();
  expect(server.notes.filter((note) => note.includes('URLs of the server begin'))).toEqual([]);
  const token = await issueToken(server, { organization: 'v1', scopes: [...scopes] });
  const registries = `${server.url}/v2/packages/organizations/v1/registries`;
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ name: 'plain', ecosystem: 'files', public: true });
  expect((await fetch(registries, { method: 'POST', headers, body })).status).toBe(200);
  expect((await fetch(`${registries}/plain`, { headers })).status).toBe(200);
  const native = await fetch(`${server.url}/v1/plain/files/a-1.0.txt`);
  expect([native.status, await native.json()]).toMatchObject([
    404,
    { detail: '/v1/plain/files/a-1.0.txt not found. Check the URL.' },
  ]);
  const { dataDir } = server;
  await server.stop();
  await using again = await startTestServer({ LARDER_DATA_DIR: dataDir });
  expect(again.notes).toContainEqual(expect.stringMatching(/^The organization "v1" has a slug .* get 404 /));
});

test('a native URL that begins with one is unknown, while others require credentials', async () => {
  await using server = await startTestServer();
  const statusOf = async (organization: string): Promise<number> =>
    (await fetch(`${server.url}/${organization}/plain/files/a-1.0.txt`)).status;
  for (const slug of ['token', 'docs', 'api', 'v2']) expect([slug, await statusOf(slug)]).toEqual([slug, 404]);
  for (const slug of ['acme', 'tokens', 'nobody']) expect([slug, await statusOf(slug)]).toEqual([slug, 401]);
});

test('no registry gets one, new or renamed', async () => {
  await using server = await startTestServer();
  const larder = { ...server.larder, reservedRegistrySlugs: new Set(['members']) };
  const organization = await larder.catalog.organizations.find('acme');
  if (!organization) throw new Error('There is no organization.');
  const rejection = new Failure(
    'slug-taken',
    'The slug "members", which this name gives, is needed for URLs of the server. Choose another name.',
  );
  const create = (name: string) => createRegistry(larder, organization, { name, ecosystem: 'files' });
  await expect(create('Members')).rejects.toEqual(rejection);
  const registry = await create('Member');
  await expect(updateRegistry(larder, registry, { name: 'Members' })).rejects.toEqual(rejection);
});
