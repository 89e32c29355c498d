/** The list of all images (`_catalog`), in pages whose cost does not depend on the number of registries. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createRegistry } from '../../../src/registry/registries.ts';
import { issueToken } from '../../native/tokens.ts';
import { useServer } from '../../native/watched-server.ts';
import type { Home } from '../recipe.ts';
import { openRegistry } from '../registries.ts';
import { expectStatus, imageOf, openOciClient, placeOf, type OciClient } from './client.ts';

const server = useServer();

interface Page {
  readonly images: readonly string[];
  readonly next: string | undefined;
}

const registryOf = (home: Home): string => placeOf(home).registry;

let first: Home;
let last: Home;
let client: OciClient;

beforeAll(async () => {
  [first, last] = [await open(), await open()];
  client = openOciClient({ ...placeOf(first), token: server().token });
  const other = openOciClient({ ...placeOf(last), token: server().token });
  for (const name of ['b', 'a', 'a/c']) await client.pushImage(name, imageOf(name));
  await other.pushImage('z', imageOf('z'));
  // By slug, most of these are between the two.
  const { larder, organization } = server();
  for (let n = 0; n < 150; n += 1)
    for (const ecosystem of ['oci', 'files'] as const)
      await createRegistry(larder, organization, { name: `oci-1 ${ecosystem} ${n}`, ecosystem });
});
afterAll(() => vi.restoreAllMocks());

function open(): Promise<Home> {
  return openRegistry(server(), { ecosystem: 'oci' }, 'a private');
}

async function pageAt(path: string, at = client): Promise<Page> {
  const reply = await expectStatus(await at.send(path), 200);
  const { repositories: images } = (await reply.json()) as { readonly repositories: readonly string[] };
  return { images, next: /^<(.+)>; rel="next"$/.exec(reply.headers.get('Link') ?? '')?.[1] };
}

async function allFrom(path: string): Promise<readonly string[]> {
  const images: string[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const page: Page = await pageAt(next);
    images.push(...page.images);
    ({ next } = page);
  }
  return images;
}

const everything = (): string[] => [
  ...['a', 'a/c', 'b'].map((name) => `${registryOf(first)}/${name}`),
  `${registryOf(last)}/z`,
];

test.each(['/v2/_catalog', '/v2/_catalog?n=1', '/v2/_catalog?n=2', '/v2/_catalog?n=1000'])(
  'the pages from %s have each image once, in order',
  async (path) => {
    expect(await allFrom(path)).toEqual(everything());
  },
);

test('a page begins after the last image of the page before, also if that was deleted', async () => {
  const { images, next } = await pageAt(`/v2/_catalog?n=2&last=${registryOf(first)}/a`);
  expect([images, next?.includes('last=')]).toEqual([everything().slice(1, 3), true]);
  expect((await pageAt(`/v2/_catalog?n=2&last=${registryOf(first)}/a/b`)).images).toEqual(everything().slice(1, 3));
});

test.each(['nothing', 'acme/no-registry/app', '/', 'acme//'])('a page after "%s" is a page', async (place) => {
  expect((await pageAt(`/v2/_catalog?last=${encodeURIComponent(place)}`)).images.length).toBeLessThanOrEqual(4);
});

test('a page reads at most a hundred registries and the one that it begins in', async () => {
  const lists = vi.spyOn(server().larder.catalog.projects, 'list');
  const every = vi.spyOn(server().larder.catalog.registries, 'list');
  for (let next: string | undefined = '/v2/_catalog?n=3'; next !== undefined; { next } = await pageAt(next)) {
    expect(lists.mock.calls.length).toBeLessThanOrEqual(101);
    lists.mockClear();
  }
  expect(every).not.toHaveBeenCalled();
});

test('a token of one registry lists the images of that one', async () => {
  const made = await server().ask(server().in(last.slug, 'tokens'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ description: 'For a machine' }),
  });
  const { token } = (await made.json()) as { readonly token: string };
  const images: string[] = [];
  const at = openOciClient({ ...placeOf(last), token });
  for (let next: string | undefined = '/v2/_catalog'; next !== undefined;) {
    const page: Page = await pageAt(next, at);
    images.push(...page.images);
    ({ next } = page);
  }
  expect(images).toEqual([`${registryOf(last)}/z`]);
});

test('a token of another organization lists nothing', async () => {
  const token = await issueToken(server(), { organization: 'strangers' });
  expect(await pageAt('/v2/_catalog', openOciClient({ ...placeOf(first), token }))).toEqual({
    images: [],
    next: undefined,
  });
});
