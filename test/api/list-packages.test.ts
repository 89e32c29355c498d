import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, detailOf, rejectionOf, type Schemas } from '../fixtures/replies.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';

type PackageList = Schemas['PackageList'];

let server: TestServer;
let shelves = 0;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

describe('a list of packages', () => {
  it('is empty in a new registry, and links to itself alone', async () => {
    const shelf = await shelve(0);
    expect(await list(shelf)).toEqual({ items: [], links: { self: urlOf(shelf) } });
  });

  it('shows each package as getPackage does, without its registry and organization', async () => {
    const shelf = await shelve(1);
    const [item] = (await list(shelf)).items;
    const {
      registry: _,
      organization: __,
      ...pkg
    } = await bodyOf(server.ask(server.in(shelf, 'packages', item?.id ?? '')), 'Package');
    expect(item).toEqual(pkg);
  });

  it('begins with the newest', async () => {
    expect(versions(await list(await shelve(3)))).toEqual(['3.0.0', '2.0.0', '1.0.0']);
  });

  it('has 30 items by default', async () => {
    expect((await list(await shelve(31))).items.length).toBe(30);
  });

  it('does not name the usual page size in its links', async () => {
    const shelf = await shelve(1);
    expect((await list(shelf, '?per_page=30')).links).toEqual({ self: urlOf(shelf) });
  });

  it('holds debs as well', async () => {
    await createRegistry(server, 'debs', 'debian');
    const pkg = await bodyOf(publish(server, 'debs', 'a.deb', Uint8Array.from(await buildDeb())), 'Package');
    const { items } = await bodyOf(server.ask(server.in('debs', 'packages')), 'PackageList');
    expect(items.map(({ id, name, variant }) => ({ id, name, variant }))).toEqual([
      { id: pkg.id, name: 'demo', variant: 'all' },
    ]);
  });
});

describe('a walk through seven packages, three by three', () => {
  it('meets each of them once on the way forward, and again on the way back', async () => {
    const shelf = await shelve(7);
    const forward = await walk(shelf, '?per_page=3', 'next');
    const back = await walk(shelf, query(forward.at(-1)?.links.self), 'prev');
    expect([forward.map(versions), back.map(versions)]).toEqual([
      [['7.0.0', '6.0.0', '5.0.0'], ['4.0.0', '3.0.0', '2.0.0'], ['1.0.0']],
      [['1.0.0'], ['4.0.0', '3.0.0', '2.0.0'], ['7.0.0', '6.0.0', '5.0.0']],
    ]);
  });

  it('has links only where they lead somewhere', async () => {
    const shelf = await shelve(7);
    const forward = await walk(shelf, '?per_page=3', 'next');
    const back = await walk(shelf, query(forward.at(-1)?.links.self), 'prev');
    expect([forward, back].map((pages) => pages.map(({ links }) => Object.keys(links).toSorted().join(' ')))).toEqual([
      ['next self', 'first next prev self', 'first prev self'],
      ['first prev self', 'first next prev self', 'next self'],
    ]);
  });

  it('has whole URLs with cursor and page size for links', async () => {
    const shelf = await shelve(7);
    const [one, two] = await walk(shelf, '?per_page=3', 'next');
    const [newest, oldest] = [two?.items.at(0)?.id, two?.items.at(-1)?.id];
    expect(two?.links).toEqual({
      self: urlOf(shelf, `?after=${one?.items.at(-1)?.id}&per_page=3`),
      first: urlOf(shelf, '?per_page=3'),
      prev: urlOf(shelf, `?before=${newest}&per_page=3`),
      next: urlOf(shelf, `?after=${oldest}&per_page=3`),
    });
  });

  it('has the same links in the Link header', async () => {
    const shelf = await shelve(7);
    const next = query((await list(shelf, '?per_page=3')).links.next);
    const response = await server.ask(server.in(shelf, 'packages') + next);
    const link = response.headers.get('link') ?? '';
    const told = [...link.matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, url, relation]) => [relation, url]);
    expect(Object.fromEntries(told)).toEqual((await bodyOf(response, 'PackageList')).links);
  });

  it('sees all of them when it deletes each page as it goes', async () => {
    const shelf = await shelve(7);
    const pages = await walk(shelf, '?per_page=3', 'next', async ({ items }) => {
      for (const { id } of items) await server.ask(server.in(shelf, 'packages', id), { method: 'DELETE' });
    });
    expect([pages.flatMap(versions), (await list(shelf)).items]).toEqual([
      ['7.0.0', '6.0.0', '5.0.0', '4.0.0', '3.0.0', '2.0.0', '1.0.0'],
      [],
    ]);
  });

  it('is not disturbed by concurrent publications', async () => {
    const shelf = await shelve(7);
    let published = 7;
    const pages = await walk(shelf, '?per_page=3', 'next', async () => {
      published += 1;
      await publish(server, shelf, `app-${published}.0.0.txt`, 'new');
    });
    expect(pages.flatMap(versions)).toEqual(['7.0.0', '6.0.0', '5.0.0', '4.0.0', '3.0.0', '2.0.0', '1.0.0']);
  });

  it('finds concurrent publications on its way back', async () => {
    const shelf = await shelve(3);
    const [, second] = await walk(shelf, '?per_page=2', 'next');
    await publish(server, shelf, 'app-4.0.0.txt', 'new');
    const back = await walk(shelf, query(second?.links.self), 'prev');
    expect(back.flatMap(versions)).toEqual(['1.0.0', '3.0.0', '2.0.0', '4.0.0']);
  });
});

describe('a list by name', () => {
  it('holds exactly that name', async () => {
    const shelf = await shelve(1);
    for (const name of ['app-2-1.0.0.txt', 'App-1.0.0.txt', 'ap-1.0.0.txt']) await publish(server, shelf, name, 'x');
    const { items } = await list(shelf, '?name=app');
    expect(items.map(({ name, version }) => `${name} ${version}`)).toEqual(['app 1.0.0']);
  });

  it('keeps name and page size in its links', async () => {
    const shelf = await shelve(3);
    await publish(server, shelf, 'other-1.0.0.txt', 'x');
    const pages = await walk(shelf, '?name=app&per_page=2', 'next');
    expect([pages.map(versions), pages.flatMap(({ links }) => Object.values(links)).every(hasNameAndSize)]).toEqual([
      [['3.0.0', '2.0.0'], ['1.0.0']],
      true,
    ]);
  });

  it('is empty for a name that nothing has', async () => {
    const shelf = await shelve(1);
    expect(await list(shelf, '?name=%25%27_%22%3B')).toEqual({
      items: [],
      links: { self: urlOf(shelf, "?name=%25'_%22%3B") },
    });
  });
});

describe('listPackages by page number', () => {
  it('has the packages of that page, and links to its neighbours', async () => {
    const shelf = await shelve(7);
    const second = await list(shelf, '?page=2&per_page=3');
    expect(versions(second)).toEqual(['4.0.0', '3.0.0', '2.0.0']);
    expect(second.links.self).toBe(urlOf(shelf, '?page=2&per_page=3'));
    const neighbours = [second.links.first, second.links.prev, second.links.next].map(async (link) =>
      versions(await list(shelf, query(link))),
    );
    expect(await Promise.all(neighbours)).toEqual([
      ['7.0.0', '6.0.0', '5.0.0'],
      ['7.0.0', '6.0.0', '5.0.0'],
      ['1.0.0'],
    ]);
  });

  it('is empty beyond the last page', async () => {
    const shelf = await shelve(2);
    const beyond = await list(shelf, '?page=1000001&per_page=1000');
    expect(beyond).toEqual({
      items: [],
      links: { self: urlOf(shelf, '?page=1000000&per_page=100'), first: urlOf(shelf, '?per_page=100') },
    });
  });

  it('has the first page for numbers below 1, and one item for sizes below 1', async () => {
    const shelf = await shelve(2);
    expect(versions(await list(shelf, '?page=0'))).toEqual(['2.0.0', '1.0.0']);
    expect(versions(await list(shelf, '?page=-3&per_page=-3'))).toEqual(['2.0.0']);
  });

  it('counts the packages of a name alone', async () => {
    const shelf = await shelve(3);
    const name = (await list(shelf)).items[0]?.name ?? '';
    expect(versions(await list(shelf, `?name=${name}&page=3&per_page=1`))).toEqual(['1.0.0']);
    expect(versions(await list(shelf, '?name=none&page=3&per_page=1'))).toEqual([]);
  });

  it('does not go with a cursor, of which the first page may be one', async () => {
    const shelf = await shelve(1);
    const [item] = (await list(shelf)).items;
    const at = server.in(shelf, 'packages');
    expect(await detailOf(server.ask(`${at}?page=2&after=${item?.id}`), 422)).toBe(
      'Send "page" without "after" and "before".',
    );
    expect((await server.ask(`${at}?page=1&after=${item?.id}`)).status).toBe(200);
  });
});

describe('listPackages rejects', () => {
  it.each(['per_page=10.0', 'page=x', 'per_page=x', 'name=', 'after=', 'before=', `after=${'a'.repeat(201)}`])(
    '%s with 400',
    async (parameter) => {
      const shelf = await shelve(0);
      const response = server.ask(`${server.in(shelf, 'packages')}?${parameter}`);
      const { errors } = await bodyOf(response, 'InvalidRequestProblem', 400);
      expect(errors.map(({ path }) => path)).toEqual([`query.${parameter.split('=')[0]}`]);
    },
  );

  it.each([
    ['after', 'nonsense'],
    ['before', 'nonsense'],
    ['after', '0191e23a4bc87683bfa45f73bc9b7c44'],
  ])('a cursor that no page has in %s with 422: %s', async (parameter, cursor) => {
    const shelf = await shelve(1);
    const response = server.ask(`${server.in(shelf, 'packages')}?${parameter}=${cursor}`);
    expect(await detailOf(response, 422)).toBe(
      `The cursor "${cursor}" is not part of this list. Start again at the first page.`,
    );
  });

  it('a page after a cursor in upper case', async () => {
    const shelf = await shelve(2);
    const cursor = (await list(shelf)).items.at(0)?.id.toUpperCase();
    const page = await bodyOf(server.ask(`${server.in(shelf, 'packages')}?after=${cursor}`), 'PackageList');
    expect(page.items).toHaveLength(1);
  });

  it('both cursors together with 422', async () => {
    const shelf = await shelve(1);
    const cursor = (await list(shelf)).items.at(0)?.id;
    const response = server.ask(`${server.in(shelf, 'packages')}?after=${cursor}&before=${cursor}`);
    expect(await detailOf(response, 422)).toBe('Send either "after" or "before".');
  });

  it('a registry that is not there with 404', async () => {
    expect(await rejectionOf(server.ask(server.in('nowhere', 'packages')))).toEqual({ status: 404, type: 'not-found' });
  });
});

/** A registry of its own that holds so many versions of `app`. */
async function shelve(count: number): Promise<string> {
  const shelf = `shelf-${(shelves += 1)}`;
  await createRegistry(server, shelf, 'files');
  for (let version = 1; version <= count; version += 1)
    await publish(server, shelf, `app-${version}.0.0.txt`, `bytes of ${version}`);
  return shelf;
}

function urlOf(shelf: string, search = ''): string {
  return server.url + server.in(shelf, 'packages') + search;
}

async function list(shelf: string, search = ''): Promise<PackageList> {
  return await bodyOf(server.ask(server.in(shelf, 'packages') + search), 'PackageList');
}

async function walk(
  shelf: string,
  search: string,
  direction: 'next' | 'prev',
  onPage: (page: PackageList) => Promise<void> = async () => undefined,
): Promise<PackageList[]> {
  const pages: PackageList[] = [];
  for (let at: string | undefined = urlOf(shelf, search); at !== undefined; at = pages.at(-1)?.links[direction]) {
    const page = await bodyOf(server.ask(at.slice(server.url.length)), 'PackageList');
    pages.push(page);
    await onPage(page);
  }
  return pages;
}

function versions({ items }: PackageList): string[] {
  return items.map(({ version }) => version);
}

function query(url: string | undefined): string {
  return new URL(url ?? '').search;
}

function hasNameAndSize(url: string): boolean {
  const { searchParams } = new URL(url);
  return searchParams.get('name') === 'app' && searchParams.get('per_page') === '2';
}
