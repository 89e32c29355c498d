import { beforeAll, expect, test } from 'vitest';
import { sampleRegistry } from '../storage/catalog/samples.ts';
import { issueToken } from '../native/tokens.ts';
import { useServer } from '../native/watched-server.ts';
import { password, pathOf, textOf, urlsIn } from './people.ts';
import { writable } from '../../src/registry/writable.ts';

const server = useServer();
let headers: Record<string, string>;

beforeAll(async () => {
  headers = password(await issueToken(server(), { organization: 'large', scopes: ['read_registries'] }));
  const { [writable]: catalog } = server().larder;
  const organization = await catalog.organizations.find('large');
  if (!organization) throw new Error('There is no organization.');
  for (let n = 1; n <= 101; n += 1)
    await catalog.registries.insert(sampleRegistry(organization, { slug: `r${n}`, name: `Number ${n}.` }), undefined);
});

async function pageAt(path: string): Promise<string> {
  const reply = await server().native(path, { headers });
  if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
  return await reply.text();
}

test('an organization of many registries has pages of 100, oldest first, that lead to each other', async () => {
  const first = await pageAt(pathOf.organization('large'));
  const next = urlsIn(first).find((url) => url.includes('?after=')) ?? '';
  const second = await pageAt(new URL(next).pathname.slice(1) + new URL(next).search);
  const shows = (page: string, n: number): boolean => textOf(page).includes(`Number ${n}.`);
  expect([shows(first, 1), shows(first, 100), shows(first, 101)]).toEqual([true, true, false]);
  expect([shows(second, 100), shows(second, 101), urlsIn(second).some((url) => url.includes('?after='))]).toEqual([
    false,
    true,
    false,
  ]);
  expect(second).toContain('rel="first"');
});

test('an organization of few registries has one page without links to others', async () => {
  const few = password(await issueToken(server(), { organization: 'few', scopes: ['read_registries'] }));
  const reply = await server().native(pathOf.organization('few'), { headers: few });
  expect(await reply.text()).not.toContain('class="pager"');
});
