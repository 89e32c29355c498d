/** Searching packages by npm's protocol. */
import { expect, test } from 'vitest';
import { slowInput } from '../../fixtures/linear-time.ts';
import { startOfNames } from '../../../src/ecosystems/javascript/search-text.ts';
import { useServer } from '../../native/watched-server.ts';
import { openWire, type Json, type Wire } from './npm-wire.ts';

const server = useServer();

async function openMany(): Promise<Wire> {
  const wire = await openWire(server());
  for (const name of ['demo', '@acme/demo-kit', '@acme/other', 'demo2']) await wire.publish({ name });
  return wire;
}

async function namesIn({ ask }: Wire, query: string): Promise<readonly [names: string[], total: number]> {
  const { status, body } = await ask('GET', `-/v1/search?${query}`);
  expect(status).toBe(200);
  return [body.objects.map((one: Json) => one.package.name), body.total];
}

test('npm search finds packages by the beginning of their names, page by page', async () => {
  const wire = await openMany();
  const scores = 'quality=0.65&popularity=0.98&maintenance=0.5';
  expect(await namesIn(wire, `text=demo&size=20&from=0&${scores}`)).toEqual([['demo', '@acme/demo-kit', 'demo2'], 3]);
  expect(await namesIn(wire, 'text=Demo%20kit')).toEqual([['demo', '@acme/demo-kit', 'demo2'], 3]);
  for (const text of ['@acme/', 'scope:acme', 'scope:@acme'])
    expect(await namesIn(wire, `text=${text}`)).toEqual([['@acme/demo-kit', '@acme/other'], 2]);
  expect((await namesIn(wire, 'size=100000'))[1]).toBe(4);
  expect(await namesIn(wire, 'text=demo&size=1')).toEqual([['demo'], 2]);
  expect(await namesIn(wire, 'text=demo&size=2&from=1')).toEqual([['@acme/demo-kit', 'demo2'], 3]);
  expect(await namesIn(wire, 'text=demo&from=3')).toEqual([[], 3]);
  for (const text of ['nothing', '%25', 'de%00mo', '%F0%9F%98%80'])
    expect(await namesIn(wire, `text=${text}`), text).toEqual([[], 0]);
});

test('npm search shows the latest version of a package', async () => {
  const wire = await openWire(server());
  await wire.publish({ version: '1.0.0' });
  const fields = {
    description: 'A tool',
    keywords: ['a', 'b'],
    homepage: 'https://demo.example',
    repository: { url: 'https://git.example/demo' },
    author: 'Olive',
  };
  await wire.publish({ name: 'demo', version: '1.1.0', fields });
  await wire.publish({ version: '2.0.0-rc.1' }, 'next');
  const [found] = (await wire.ask('GET', '-/v1/search?text=demo')).body.objects;
  expect(found.package).toMatchObject({
    name: 'demo',
    scope: 'unscoped',
    version: '1.1.0',
    description: 'A tool',
    keywords: ['a', 'b'],
    author: { name: 'Olive' },
    publisher: { username: expect.any(String) },
    links: {
      npm: `${server().url}/acme/${wire.slug}/npm/demo`,
      homepage: 'https://demo.example',
      repository: 'https://git.example/demo',
    },
  });
});

test('npm search finds nothing of an unpublished package, and requests credentials for a private registry', async () => {
  const wire = await openMany();
  const { _rev: rev } = (await wire.ask('GET', 'demo?write=true')).body;
  await wire.ask('DELETE', `demo/-rev/${rev}`);
  expect(await namesIn(wire, 'text=demo')).toEqual([['@acme/demo-kit', 'demo2'], 2]);
  const other = await openWire(server(), { isPublic: false });
  expect((await other.ask('GET', '-/v1/search', { token: undefined })).status).toBe(401);
});

test('the text of a search is read in linear time', () => {
  expect(slowInput(startOfNames)).toBeUndefined();
});
