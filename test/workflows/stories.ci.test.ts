/** Every story in `openapi/workflows/` holds on a real server, and none leaves anything behind. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runStory, type Teller } from './run-story.ts';
import { stories } from './stories.ts';
import { present, run } from '../clients/programs.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';

const root = path.resolve(import.meta.dirname, '../..');

let server: TestServer;
let teller: Teller;

beforeAll(async () => {
  server = await startTestServer();
  teller = { url: server.url, token: server.token, organization: 'acme' };
});
afterAll(async () => {
  expect(server.violations()).toBe(0);
  await server[Symbol.asyncDispose]();
});

test.each(stories)('%s', async (name) => {
  const before = await whatIsThere();
  const { passed, output } = await runStory(name, name, teller);
  expect(passed, output).toBe(true);
  expect(await whatIsThere()).toEqual(before);
});

test('a story that does not hold fails, with the step', async () => {
  const { passed, output } = await runStory('publish-a-package', 'without-a-token', { ...teller, token: 'unknown' });
  expect([passed, output]).toEqual([false, expect.stringMatching(/✗ .*step create-registry/)]);
});

test.skipIf(!present('bash'))('bash: all of them hold by the line of README.md', async () => {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  const [, line = ''] = /^```sh stories\n(.*?)^```/ms.exec(readme) ?? [];
  const here = line.replace('larder_…', server.token).replace('http://127.0.0.1:8080', server.url);
  const { ok, output } = await run('bash', ['-e', '-c', here], { folder: root });
  expect([ok, output.match(/^✓ .*$/gm)], output).toEqual([true, stories.map((name) => `✓ ${name}`)]);
});

async function whatIsThere(): Promise<readonly string[]> {
  const replies = [server.in(), '/v2/access-tokens'].map(async (path) => (await server.ask(path)).text());
  return (await Promise.all(replies)).map((text) => text.replaceAll(/"last_used_at":("[^"]*"|null)/g, ''));
}
