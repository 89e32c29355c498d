import { beforeAll, describe, expect, test } from 'vitest';
import { digestsOf } from '../fixtures/local-file.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { createRegistry, publish } from '../fixtures/server.ts';
import { pathOf } from '../web/people.ts';
import { useServer } from './watched-server.ts';

const server = useServer();

const personal = 'private, no-cache';
const forAll = 'no-cache';
const forever = 'public, max-age=31536000, immutable';

let pool = '';

beforeAll(async () => {
  const deb = Uint8Array.from(await buildDeb({}));
  for (const [name, isPublic] of [
    ['open', true],
    ['closed', false],
  ] as const) {
    await createRegistry(server(), name, 'debian', { public: isPublic });
    await publish(server(), name, 'banana.deb', deb);
  }
  pool = `any/pool/${digestsOf(deb).sha256}/banana.deb`;
});

async function cachingOf(path: string, init: RequestInit = {}): Promise<string | null> {
  const response = await server().native(path, init);
  await response.arrayBuffer();
  return response.headers.get('Cache-Control');
}

describe('a response', () => {
  test.each([
    ['that needed a token', '/v2/user', personal],
    ['that got a token it did not need', '/healthz', personal],
    ['of a private index', '/acme/closed/any/dists/any/InRelease', personal],
    ['of a public index, with a token', '/acme/open/any/dists/any/InRelease', personal],
    ['of a page', `/${pathOf.registry('closed')}`, personal],
    ['that nothing is found', '/acme/nothing/any/dists/any/InRelease', personal],
  ])('%s is for one person', async (_, path, caching) => {
    expect(await cachingOf(path.slice(1), { headers: server().authorized })).toBe(caching);
  });

  test.each([
    ['of a public index', '/acme/open/any/dists/any/InRelease'],
    ['of a public key', '/acme/open/gpgkey'],
    ['of an unknown URL', '/a/b/c/d/e'],
    ['that asks for credentials', '/acme/closed/any/dists/any/InRelease'],
  ])('%s may be cached and must be revalidated', async (_, path) => {
    expect(await cachingOf(path.slice(1))).toBe(forAll);
  });

  test('named by its digest is kept for ever only in a public registry', async () => {
    expect(await cachingOf(`acme/open/${pool}`)).toBe(forever);
    expect(await cachingOf(`acme/open/${pool}`, { headers: { 'If-None-Match': '*' } })).toBe(forever);
    expect(await cachingOf(`acme/open/${pool}`, { headers: { 'If-Match': '"other"' } })).toBe(forAll);
    expect(await cachingOf(`acme/closed/${pool}`, { headers: server().authorized })).toBe(personal);
  });

  test('with a secret is not cached', async () => {
    const post = (path: string, body: object): Promise<string | null> =>
      cachingOf(path, {
        method: 'POST',
        headers: { ...server().authorized, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const registry = server().in('open').slice(1);
    expect(await post('v2/access-tokens', { description: 'x', scopes: ['read_packages'] })).toBe('no-store');
    expect(await post(`${registry}/tokens`, { description: 'x' })).toBe('no-store');
    expect(await post(`${registry}/packages/upload`, {})).toBe('no-store');
  });
});

describe('pages of other origins', () => {
  test('may read the API, and not what a registry serves to its own clients', async () => {
    const allowed = async (path: string): Promise<string | null> =>
      (await server().native(path)).headers.get('Access-Control-Allow-Origin');
    expect(await allowed('v2/user')).toBe('*');
    const others = [pathOf.registry('open'), 'acme/open/gpgkey', `acme/open/${pool}`, 'docs'];
    expect(await Promise.all(others.map(allowed))).toEqual(others.map(() => null));
  });
});
