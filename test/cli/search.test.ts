/** `larder search`. */
import { beforeAll, expect, it } from 'vitest';
import type { components } from '../../generated/api.ts';
import { createRegistry, publish } from '../fixtures/server.ts';
import { useCliMachine } from './cli-machine.ts';

const machine = useCliMachine();

type Search = components['schemas']['PackageSearch'];

beforeAll(async () => {
  const { server } = machine();
  await createRegistry(server, 'attic', 'files');
  for (const [slug, name] of [
    ['shelf', 'tool-1.9.0.bin'],
    ['shelf', 'tool-1.10.0.bin'],
    ['attic', 'old-tool-0.1.0.txt'],
  ] as const) {
    expect((await publish(server, slug, name, Buffer.from(name))).status).toBe(200);
  }
});

async function search(query: string): Promise<Search> {
  const { server } = machine();
  const response = await server.ask(`/v2/packages/organizations/acme/search?${query}`);
  return (await response.json()) as Search;
}

it('aligns names with their latest version and registry', async () => {
  const { code, stdout, stderr } = await machine().run('search', 'TOOL');
  const [tool, old] = (await search('q=tool')).items;
  expect([code, stderr, stdout.split('\n')]).toEqual([
    0,
    '',
    [
      'NAME      LATEST  VERSIONS  REGISTRY  ECOSYSTEM  PUBLISHED',
      `tool      1.10.0  2         shelf     files      ${tool?.published_at}`,
      `old-tool  0.1.0   1         attic     files      ${old?.published_at}`,
      '',
    ],
  ]);
});

it('prints the page of the API with --json, and filters by registry and ecosystem', async () => {
  const [json, none] = await Promise.all([
    machine().run('search', 'tool', '--registry', 'attic', '--ecosystem', 'files', '--json'),
    machine().run('search', 'tool', '-e', 'debian'),
  ]);
  expect(JSON.parse(json.stdout)).toEqual(await search('q=tool&registry=attic&ecosystem=files'));
  expect([none.code, none.stdout]).toEqual([0, 'No packages found.\n']);
});

it('continues with the cursor below a page', async () => {
  const first = await machine().run('search', 'tool', '--per-page', '1');
  const [, cursor = ''] = /^There are more names: use --after (\S+)\n$/.exec(first.stderr) ?? [];
  const second = await machine().run('search', 'tool', '--per-page', '1', '--after', cursor);
  expect([second.code, second.stderr, second.stdout.split('\n')[1]]).toEqual([
    0,
    '',
    expect.stringMatching(/^old-tool /),
  ]);
});
