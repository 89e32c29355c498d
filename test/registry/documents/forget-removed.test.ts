/** Removals of entries are forgotten when all documents with the entries are rendered without them, and no earlier. */
import { beforeEach, expect, it, vi } from 'vitest';
import { mapAll } from '../../../src/api/map-all.ts';
import type { Registry } from '../../../src/model/records.ts';
import type { EcosystemId } from '../../../src/model/values.ts';
import { forgetRemovedEntries } from '../../../src/registry/documents/forget-removed.ts';
import { readDocument } from '../../../src/registry/documents/read-document.ts';
import { createRegistry } from '../../../src/registry/registries.ts';
import { writable } from '../../../src/registry/writable.ts';
import { each } from '../../fixtures/memory-documents.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { insertPackage, sampleFile, samplePackage } from '../../storage/catalog/samples.ts';

let server: TestServer;
let registry: Registry;
beforeEach(async () => {
  server = await startTestServer();
  return () => server[Symbol.asyncDispose]();
});

async function openRegistry(ecosystem: EcosystemId): Promise<void> {
  registry = await createRegistry(server.larder, server.organization, { name: 'Removals', ecosystem });
}

/** Publishes a package with an entry of a part, and deletes it. */
async function removeFrom(part: string, name: string): Promise<void> {
  const { [writable]: catalog } = server.larder;
  const pkg = samplePackage(registry, { name, variant: part });
  const text = JSON.stringify({ name: `${name}.whl`, sha256: 'a'.repeat(64) });
  await insertPackage(catalog, pkg, [sampleFile(name, `${name}.file`)], { part, text });
  await catalog.packages.delete(registry.id, pkg.id);
}

async function render(name: string): Promise<void> {
  const latest = await server.larder.catalog.registries.find(server.organization.id, registry.slug);
  const ref = { organization: server.organization, registry: latest ?? registry };
  await readDocument(server.larder, ref, { name, publicUrl: server.url });
}

/** Forgets what can be forgotten, and returns the parts and names of the rest. */
async function remaining(): Promise<readonly string[]> {
  await forgetRemovedEntries(server.larder, new AbortController().signal);
  return await mapAll(server.larder[writable].documents.removed(), ({ part, nameKey }) => `${part} ${nameKey}`);
}

it('in a registry whose documents are rendered together', async () => {
  await openRegistry('debian');
  await render('Release');
  await removeFrom('amd64', 'a');
  await removeFrom('arm64', 'b');
  expect(await remaining()).toEqual(['amd64 a', 'arm64 b']);
  await render('Release');
  await removeFrom('amd64', 'c');
  expect(await remaining()).toEqual(['amd64 c']);
});

it('in a registry whose parts are rendered separately', async () => {
  await openRegistry('python');
  for (const part of ['one', 'two']) {
    await removeFrom(part, 'first');
    await render(`${part}/json`);
    await removeFrom(part, 'second');
  }
  await render('two/json');
  expect(await remaining()).toEqual(['one second']);
});

it('immediately, if there are no documents', async () => {
  await openRegistry('debian');
  await removeFrom('amd64', 'a');
  expect(await remaining()).toEqual([]);
});

it('until the server stops', async () => {
  await openRegistry('debian');
  const { [writable]: catalog } = server.larder;
  // The server's own housekeeping may forget what the catalog has.
  const removal = { registryId: registry.id, ecosystem: 'debian', part: 'amd64', nameKey: 'a', revision: 0 } as const;
  const forgetRemoved = vi.fn(() => Promise.resolve());
  const documents = { ...catalog.documents, forgetRemoved, removed: () => each([removal]) };
  const larder = { ...server.larder, [writable]: { ...catalog, documents } };
  await forgetRemovedEntries(larder, AbortSignal.abort());
  expect(forgetRemoved).not.toHaveBeenCalled();
  await forgetRemovedEntries(larder, new AbortController().signal);
  expect(forgetRemoved).toHaveBeenCalledWith([removal]);
});
