import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodyOf } from '../fixtures/replies.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

it.each([
  ['my registry', 'my-registry'],
  ['My  Registry', 'my-registry'],
  ['Größe 2', 'grosse-2'],
  ['Crème Brûlée', 'creme-brulee'],
  ['Ångström', 'angstrom'],
  ['İstanbul', 'istanbul'],
  ['ﬁles', 'files'],
  ['a.b_c/d\\e', 'a-b-c-d-e'],
  ['--x--', 'x'],
  ['a---b', 'a-b'],
  ['a - - b', 'a-b'],
  ['  x1  ', 'x1'],
  ['100% (really!)', '100-really'],
  ['日本 7', '7'],
  ['C++', 'c'],
  ['A'.repeat(100), 'a'.repeat(100)],
  [`${'b'.repeat(98)} c`, `${'b'.repeat(98)}-c`],
  ['ß'.repeat(99) + 'd', 's'.repeat(100)],
  [`${'ß'.repeat(49)}e${'!'.repeat(9)}f`, `${'s'.repeat(98)}e`],
])('the name %j gives the slug %s, at which the registry is', async (name, slug) => {
  const created = await bodyOf(createRegistry(server, name, 'files'), 'Registry');
  const found = await bodyOf(server.ask(server.in(slug)), 'Registry');
  await server.ask(server.in(slug), { method: 'DELETE' });
  expect([created.slug, created.name, found]).toEqual([slug, name, created]);
});
