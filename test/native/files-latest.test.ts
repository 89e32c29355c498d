/** The name of a file with `latest` instead of its version. */
import { beforeEach, expect, test } from 'vitest';
import { bodyOf } from '../fixtures/replies.ts';
import { publish } from '../fixtures/server.ts';
import { newRegistry, useServer } from './watched-server.ts';

const server = useServer();

let registry = '';

beforeEach(async () => {
  registry = await newRegistry(server(), 'files');
});

/** Publishes files whose content is their name. Returns the ids of the packages. */
async function publishAll(...names: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const name of names) ids.push((await bodyOf(publish(server(), registry, name, name), 'Package')).id);
  return ids;
}

async function download(name: string): Promise<readonly [status: number, text: string]> {
  const reply = await server().native(`acme/${registry}/files/${name}`);
  return [reply.status, reply.status === 200 ? await reply.text() : ''];
}

test('is the highest version, regardless of the order of publication', async () => {
  await publishAll('manual-1.10.0.txt', 'manual-1.9.0.txt', 'manual-1.9.1.tar.gz');
  expect(await download('manual-latest.txt')).toEqual([200, 'manual-1.10.0.txt']);
  expect(await download('manual-latest.tar.gz')).toEqual([200, 'manual-1.9.1.tar.gz']);
  const reply = await server().native(`acme/${registry}/files/manual-latest.txt`, { method: 'HEAD' });
  expect(reply.headers.get('Content-Disposition')).toContain('manual-1.10.0.txt');
});

test('is a pre-release only if there is nothing else', async () => {
  await publishAll('manual-2.0.0-rc.1.txt');
  expect(await download('manual-latest.txt')).toEqual([200, 'manual-2.0.0-rc.1.txt']);
  await publishAll('manual-1.0.0.txt');
  expect(await download('manual-latest.txt')).toEqual([200, 'manual-1.0.0.txt']);
});

test('is a version that is offered', async () => {
  const [, unlisted = '', withdrawn = ''] = await publishAll('a-1.0.0.txt', 'a-1.1.0.txt', 'a-1.2.0.txt');
  const at = (id: string, action: string): string => `${server().in(registry, 'packages', id)}/${action}`;
  const body = JSON.stringify({ standing: 'unlisted' });
  const headers = { 'Content-Type': 'application/json' };
  await bodyOf(server().ask(at(unlisted, 'standing'), { method: 'PUT', headers, body }), 'Package');
  await bodyOf(server().ask(at(withdrawn, 'withdraw'), { method: 'POST' }), 'Package');
  expect(await download('a-latest.txt')).toEqual([200, 'a-1.0.0.txt']);
});

test.each(['manual-latest.txt', '-latest.txt', 'latest.txt', 'manual-latest'])('%s is not found', async (name) => {
  await publishAll('manual-1.0.0.zip');
  expect(await download(name)).toEqual([404, '']);
});
