/** `Prefer: dynamic=true`: believable data that matches the contract, and leads back to the mock. */
import { describe, expect, test } from 'vitest';
import api from '../../generated/openapi.json' with { type: 'json' };
import type { components } from '../../generated/api.ts';
import { createReplyCheck } from '../../src/contract/validation/reply-check.ts';
import { describedOperations, requestFor } from '../fixtures/described-requests.ts';
import { rounds } from '../fixtures/rounds.ts';
import { useMock } from './use-mock.ts';

const mock = useMock();

type PackageList = components['schemas']['PackageList'];
type Registry = components['schemas']['Registry'];

const check = createReplyCheck(api, 'closed');
const seeds = Array.from({ length: rounds(12) }, (_, index) => `seed ${index}`);
const packages = '/v2/packages/organizations/acme/registries/tools/packages';

async function generated<T>(path: string, seed: string): Promise<T> {
  const headers = { Prefer: `dynamic=true, seed="${seed}"` };
  return (await (await mock().ask(path.replace(mock().url, ''), { headers })).json()) as T;
}

describe.each(describedOperations.map((operation) => ({ id: operation.id, operation })))('$id', ({ operation }) => {
  test.each(seeds)('matches the contract without other properties (%s)', async (seed) => {
    const { path, init } = await requestFor(operation, {});
    const Prefer = `dynamic=true, seed="${seed}"`;
    const ask = async (): Promise<{ status: number; type: string | null; text: string }> => {
      const reply = await mock().ask(path, { ...init, headers: { ...init.headers, Prefer } });
      return { status: reply.status, type: reply.headers.get('Content-Type'), text: await reply.text() };
    };
    const first = await ask();
    // Bytes and empty responses are those of the example.
    if (first.type === 'application/json') {
      const { status, type, text } = first;
      const body: unknown = JSON.parse(text);
      const violations = check(operation, { status, type, headers: {}, body }).filter(
        (one) => !one.startsWith('header '),
      );
      expect(violations).toEqual([]);
    }
    expect(await ask()).toEqual(first);
  });
});

test('differs with the seed, and without one', async () => {
  const [one, other] = [await generated(packages, '1'), await generated(packages, '2')];
  expect(one).not.toEqual(other);
  const ask = async (): Promise<string> => (await mock().ask(packages, { headers: { Prefer: 'dynamic=true' } })).text();
  expect(await ask()).not.toBe(await ask());
});

test('has pages of the requested size that end, with items of the last months, the newest first', async () => {
  const items: PackageList['items'][number][] = [];
  let pages = 0;
  for (let next: string | undefined = `${packages}?per_page=5`; next !== undefined; pages += 1) {
    expect(pages).toBeLessThan(10);
    const page: PackageList = await generated(next, '1');
    expect(page.links.self).toContain('per_page=5');
    expect(page.items.length).toBeLessThanOrEqual(5);
    items.push(...page.items);
    next = page.links.next;
  }
  expect(pages).toBeGreaterThan(1);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  const times = items.map(({ created_at }) => Date.parse(created_at));
  expect(times.toSorted((a, b) => b - a)).toEqual(times);
  const days = times.map((time) => (Date.now() - time) / (24 * 60 * 60 * 1000));
  expect(days.every((age) => age >= 0 && age < 180)).toBe(true);
  expect(new Set(items.map(({ name }) => name)).size).toBeGreaterThan(3);
});

test('has links to the same item in the requested registry', async () => {
  const { items } = await generated<PackageList>(`${packages}?per_page=3`, '7');
  for (const item of items) {
    expect(item.url).toBe(`${mock().url}${packages}/${item.id}`);
    const { id, name, version, created_at } = await generated<typeof item>(item.url, '7');
    expect({ id, name, version, created_at }).toEqual({
      id: item.id,
      name: item.name,
      version: item.version,
      created_at: item.created_at,
    });
  }
  const [registry] = await generated<Registry[]>('/v2/packages/organizations/acme/registries', '7');
  expect(registry?.url).toBe(`${mock().url}/v2/packages/organizations/acme/registries/${registry?.slug}`);
  expect(await generated(registry?.url ?? '', '7')).toMatchObject({ slug: registry?.slug, url: registry?.url });
});

test('has the name that a list is filtered by', async () => {
  const { items } = await generated<PackageList>(`${packages}?name=walnut`, '1');
  expect(new Set(items.map(({ name }) => name))).toEqual(new Set(['walnut']));
});

describe('a failure', () => {
  test.each([
    [packages, 'GET', 403, 'read_packages'],
    ['/v2/access-tokens', 'GET', 403, 'read_access_tokens'],
    [packages, 'GET', 404, 'Registry "tools" not found'],
    ['/v2/organizations/acme', 'GET', 404, 'Organization "acme" not found'],
    [`${packages}/0191e239-bb10-7d66-a1db-b79b8ba83151`, 'DELETE', 403, 'delete_packages'],
  ])('of %s (%s) names the scope or the resource of its operation (%i)', async (path, method, code, text) => {
    const reply = await mock().ask(path, { method, headers: { Prefer: `code=${code}` } });
    expect([reply.status, await reply.json()]).toMatchObject([code, { detail: expect.stringContaining(text) }]);
  });
});
