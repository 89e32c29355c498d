import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { collectBlobs } from '../../src/registry/collect-blobs.ts';
import { bodyOf, detailOf, rejectionOf, type Schemas } from '../fixtures/replies.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { storeToken } from '../fixtures/stored-tokens.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';

let server: TestServer;
let from: string;
let to: string;
let original: Schemas['Package'];
let made = 0;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

beforeEach(async () => {
  made += 1;
  [from, to] = [`from-${made}`, `to-${made}`];
  await Promise.all([createRegistry(server, from, 'files'), createRegistry(server, to, 'files')]);
  original = await bodyOf(publish(server, from, 'app-1.0.0.txt', `bytes ${made}`), 'Package');
});

function copy(destination: string, init: RequestInit = {}): Promise<Response> {
  const path = `${server.in(from, 'packages', original.id, 'copy')}?to=${destination}`;
  return server.ask(path, { method: 'POST', ...init });
}

describe('copyPackage', () => {
  it('returns the copy: with its own id, in the destination, and otherwise like the original', async () => {
    const registry = await bodyOf(server.ask(server.in(to)), 'Registry');
    const copied = await bodyOf(copy(to), 'Package');
    expect([copied.id === original.id, copied]).toEqual([
      false,
      {
        ...original,
        id: copied.id,
        url: server.url + server.in(to, 'packages', copied.id),
        web_url: `${server.url}/organizations/acme/packages/registries/${to}/packages/${copied.id}`,
        created_at: copied.created_at,
        registry: {
          id: registry.id,
          graphql_id: registry.graphql_id,
          slug: to,
          url: registry.url,
          web_url: registry.web_url,
        },
      },
    ]);
  });

  it('is published by the token that copied it', async () => {
    const secret = await storeToken(server.larder, { description: 'Promotes what was tested' });
    const own = await bodyOf(
      fetch(`${server.url}/v2/access-token`, { headers: { Authorization: `Bearer ${secret}` } }),
      'AccessToken',
    );
    const copied = await bodyOf(copy(to, { headers: { Authorization: `Bearer ${secret}` } }), 'Package');
    expect(copied.published_by).toEqual({ id: own.uuid, description: 'Promotes what was tested', issuer: null });
  });

  it('gives the copy the time at which it was copied, and its files as well', async () => {
    const now = Date.parse(original.created_at) + 24 * 60 * 60 * 1000;
    vi.useFakeTimers({ toFake: ['Date'], now });
    const copied = await bodyOf(copy(to), 'Package').finally(() => vi.useRealTimers());
    const file = await server.ask(server.in(to, 'packages', copied.id, 'files', 'app-1.0.0.txt'));
    const lastModified = Date.parse(file.headers.get('Last-Modified') ?? '');
    expect([Date.parse(copied.created_at), lastModified]).toEqual([now, now]);
  });

  it('keeps the metadata of a deb', async () => {
    await Promise.all([createRegistry(server, 'debs', 'debian'), createRegistry(server, 'more debs', 'debian')]);
    const deb = await bodyOf(publish(server, 'debs', 'a.deb', Uint8Array.from(await buildDeb())), 'Package');
    const path = `${server.in('debs', 'packages', deb.id, 'copy')}?to=more-debs`;
    const { metadata, variant, digests } = await bodyOf(server.ask(path, { method: 'POST' }), 'Package');
    expect({ metadata, variant, digests }).toEqual({
      metadata: deb.metadata,
      variant: deb.variant,
      digests: deb.digests,
    });
  });

  it.each([
    ['no body and no content type', {}],
    ['application/json without a body', { headers: { 'Content-Type': 'application/json' } }],
    ['a JSON body', { headers: { 'Content-Type': 'application/json' }, body: '{"to": "elsewhere"}' }],
    ['a body that is not the JSON it says', { headers: { 'Content-Type': 'application/json' }, body: '{' }],
    ['a form', { body: new URLSearchParams({ to: 'elsewhere' }) }],
  ])('takes %s', async (_, init) => {
    expect((await bodyOf(copy(to, init), 'Package')).registry.slug).toBe(to);
  });

  it('shares the bytes: there is one file on disk', async () => {
    await bodyOf(copy(to), 'Package');
    const { blobs } = await storedBytes(server.dataDir);
    expect(blobs.filter((sha256) => sha256 === original.digests.sha256)).toHaveLength(1);
  });

  it('leaves a copy that downloads when the original is deleted', async () => {
    const copied = await bodyOf(copy(to), 'Package');
    await server.ask(server.in(from, 'packages', original.id), { method: 'DELETE' });
    await collectBlobs(server.larder);
    const file = await server.ask(server.in(to, 'packages', copied.id, 'files', 'app-1.0.0.txt'));
    expect(await file.text()).toBe(`bytes ${made}`);
  });

  it('leaves a copy that downloads when the registry of the original is deleted', async () => {
    const copied = await bodyOf(copy(to), 'Package');
    await server.ask(server.in(from), { method: 'DELETE' });
    await collectBlobs(server.larder);
    const file = await server.ask(server.in(to, 'packages', copied.id, 'files', 'app-1.0.0.txt'));
    expect(await file.text()).toBe(`bytes ${made}`);
  });
});

describe('copyPackage rejects', () => {
  it('a destination that is not there with 404', async () => {
    expect(await detailOf(copy('nowhere'), 404)).toBe(
      'Registry "nowhere" not found, or the token has no access to it.',
    );
  });

  it('a destination of another ecosystem with 422', async () => {
    await createRegistry(server, `debs ${made}`, 'debian');
    expect(await bodyOf(copy(`debs-${made}`), 'Problem', 422)).toMatchObject({
      type: 'urn:larder:problem:ecosystem-mismatch',
      detail: `Registry "debs-${made}" has debian packages, but this is a files package. Copy it to a files registry.`,
    });
  });

  it('a copy onto itself with 409, naming the original', async () => {
    const { type, url, digests } = await bodyOf(copy(from), 'PackageExistsProblem', 409);
    expect({ type, url, digests }).toEqual({
      type: 'urn:larder:problem:package-exists',
      url: original.url,
      digests: original.digests,
    });
  });

  it('a package that exists in the destination with 409, naming it', async () => {
    const there = await bodyOf(publish(server, to, 'app-1.0.0.txt', 'other bytes'), 'Package');
    const { url, digests } = await bodyOf(copy(to), 'PackageExistsProblem', 409);
    expect({ url, digests }).toEqual({ url: there.url, digests: there.digests });
  });

  it('a missing destination with 400', async () => {
    const path = server.in(from, 'packages', original.id, 'copy');
    const { errors } = await bodyOf(server.ask(path, { method: 'POST' }), 'InvalidRequestProblem', 400);
    expect(errors.map((error) => error.path)).toEqual(['query.to']);
  });

  it('a package that has been deleted with 404', async () => {
    await server.ask(server.in(from, 'packages', original.id), { method: 'DELETE' });
    expect(await rejectionOf(copy(to))).toEqual({ status: 404, type: 'not-found' });
  });
});

it('broke the contract in no response', () => {
  expect(server.violations()).toBe(0);
});
