import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLarderClient, LarderError, type LarderClient } from '../../src/client/index.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { targets } from './targets.ts';

const packages = '/v2/packages/organizations/{organization}/registries/{registry}/packages';
const path = { organization: 'acme', registry: 'shelf' };

describe('on the server', () => {
  let server: TestServer;
  let larder: LarderClient;
  beforeAll(async () => {
    server = await startTestServer();
    larder = createLarderClient({ baseUrl: server.url, token: server.token });
    await createRegistry(server, 'shelf', 'files');
    await createRegistry(server, 'empty', 'files');
    for (const version of ['1.0.0', '2.0.0', '3.0.0']) await publish(server, 'shelf', `a-${version}.txt`, version);
    await publish(server, 'shelf', 'b-1.0.0.txt', 'b');
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('yields all pages, each once, with the requested filter and size', async () => {
    const seen: string[][] = [];
    for await (const page of larder.pages(packages, { params: { path, query: { name: 'a', per_page: 2 } } })) {
      seen.push(page.items.map(({ version }) => version));
    }
    expect(seen).toEqual([['3.0.0', '2.0.0'], ['1.0.0']]);
  });

  it('gives one page of an empty list', async () => {
    const seen: unknown[] = [];
    for await (const { items } of larder.pages(packages, { params: { path: { ...path, registry: 'empty' } } })) {
      seen.push(items);
    }
    expect(seen).toEqual([[]]);
  });

  it('throws a rejection', async () => {
    const pages = larder.pages(packages, { params: { path: { ...path, registry: 'nowhere' } } });
    await expect(pages[Symbol.asyncIterator]().next()).rejects.toThrow(LarderError);
    await expect(pages[Symbol.asyncIterator]().next()).resolves.toEqual({ done: true });
  });

  it('requests only the pages that are read', async () => {
    const asked: string[] = [];
    const watched = createLarderClient({
      baseUrl: server.url,
      token: server.token,
      fetch: (request) => {
        asked.push(request.url);
        return fetch(request);
      },
    });
    for await (const page of watched.pages(packages, { params: { path, query: { per_page: 1 } } })) {
      if (page.links.prev) break;
    }
    expect(asked).toHaveLength(2);
  });

  it("uses its base URL, regardless of the server's public URL", async () => {
    const elsewhere = createLarderClient({
      baseUrl: server.url,
      token: server.token,
      fetch: async (request) => {
        const text = await (await fetch(request)).text();
        return new Response(text.replaceAll(server.url, 'https://packages.example.test/below'), {
          headers: { 'Content-Type': 'application/json' },
        });
      },
    });
    let count = 0;
    for await (const { items } of elsewhere.pages(packages, { params: { path, query: { per_page: 3 } } })) {
      count += items.length;
    }
    expect(count).toBe(4);
  });
});

it('on the mock: walks to the page that has no next', async () => {
  await using mock = await targets.mock();
  const larder = createLarderClient({ baseUrl: mock.url, token: mock.token });
  const links: (string | undefined)[] = [];
  const at = { organization: 'my_great_org', registry: 'my-registry' };
  for await (const page of larder.pages(packages, { params: { path: at } })) links.push(page.links.next);
  expect(links.length).toBeGreaterThan(1);
  expect(links.at(-1)).toBeUndefined();
});
