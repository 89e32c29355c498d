/** The changes that requests leave behind. */
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Registry } from '../../src/model/records.ts';
import { forgetChanges } from '../../src/registry/forget-changes.ts';
import { bodyOf } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';

async function start(): Promise<TestServer> {
  const server = await startTestServer();
  onTestFinished(() => server[Symbol.asyncDispose]());
  for (const name of ['one', 'two']) await createRegistry(server, name, 'files');
  return server;
}

async function changesOf(server: TestServer, slug: string) {
  const registry = await findRegistry(server, slug);
  const changes = await server.larder.catalog.changes.after(registry.id, 0, 100);
  expect(changes.map(({ revision }) => revision)).toEqual(Array.from({ length: registry.revision }, (_, n) => n + 1));
  return changes;
}

async function findRegistry({ larder, organization }: TestServer, slug: string): Promise<Registry> {
  const registry = await larder.catalog.registries.find(organization.id, slug);
  if (!registry) throw new Error(`There is no registry ${slug}.`);
  return registry;
}

it('each revision of a registry has a change with its author', async () => {
  const server = await start();
  const { id, published_by: by } = await bodyOf(publish(server, 'one', 'app-1.0.0.txt', 'bytes'), 'Package');
  await publish(server, 'one', 'app-1.0.0.txt', 'others');
  const copying = server.ask(`${server.in('one', 'packages', id, 'copy')}?to=two`, { method: 'POST' });
  const { id: copy } = await bodyOf(copying, 'Package');
  await server.ask(server.in('one', 'packages', id), { method: 'DELETE' });
  await server.ask(server.in('one', 'packages', id), { method: 'DELETE' });
  const all = [...(await changesOf(server, 'one')), ...(await changesOf(server, 'two'))];
  expect(all.map(({ kind, name, package: pkg }) => [kind, name, pkg?.version, pkg?.id])).toEqual([
    ['publish', 'app', '1.0.0', id],
    ['delete', 'app', '1.0.0', id],
    ['copy', 'app', '1.0.0', copy],
  ]);
  expect(all.map((change) => change.by)).toEqual(
    all.map(() => ({ id: by?.id, description: by?.description, issuer: null })),
  );
});

it('changes are forgotten after 30 days, unless the server is to stop', async () => {
  const server = await start();
  const day = 24 * 60 * 60 * 1000;
  const now = Date.now();
  onTestFinished(() => void vi.useRealTimers());
  for (const days of [31, 29]) {
    vi.useFakeTimers({ toFake: ['Date'], now: now - days * day });
    await publish(server, 'one', `app-${days}.0.0.txt`, 'bytes');
  }
  vi.useRealTimers();
  const { id } = await findRegistry(server, 'one');
  const versions = async () =>
    (await server.larder.catalog.changes.after(id, 0, 9)).map(({ package: pkg }) => pkg?.version);
  await forgetChanges(server.larder, AbortSignal.abort());
  expect(await versions()).toEqual(['31.0.0', '29.0.0']);
  await forgetChanges(server.larder, new AbortController().signal);
  expect(await versions()).toEqual(['29.0.0']);
});
