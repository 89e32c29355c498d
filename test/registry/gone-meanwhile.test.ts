/**
 * If a request finds records that others delete before it ends, it changes and stores nothing, and its response
 * explains it.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EcosystemId } from '../../src/model/values.ts';
import { copyPackage } from '../../src/registry/copy.ts';
import type { Failure } from '../../src/model/failure.ts';
import { readDocument } from '../../src/registry/documents/read-document.ts';
import { publishPackage } from '../../src/registry/publish.ts';
import { createRegistry, updateRegistry } from '../../src/registry/registries.ts';
import { createUpload, storeUpload } from '../../src/registry/uploads/forms.ts';
import type { StagedBlob } from '../../src/storage/blob-store.ts';
import type { Registry } from '../../src/model/records.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { streamOf } from '../storage/blob-samples.ts';
import { writable } from '../../src/registry/writable.ts';

/** A token that may be gone as well. */
const by = { id: '0190e784-f31c-7c11-8a5e-0f6f6f4c8d21', description: 'For a test', issuer: null };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const make = (name: string, ecosystem: EcosystemId = 'files'): Promise<Registry> =>
  createRegistry(server.larder, server.organization, { name, ecosystem });

const remove = ({ id }: Registry): Promise<unknown> => server.larder[writable].registries.delete(id);

/** Stages bytes for a change, and discards them afterwards, like every function that stages bytes. */
async function withBytes(change: (staged: StagedBlob) => Promise<unknown>): Promise<void> {
  const staged = await server.larder.blobs.stage(streamOf('some bytes'));
  try {
    await change(staged);
  } finally {
    await staged.discard();
  }
}

async function expectGone(change: () => Promise<unknown>, what: string): Promise<void> {
  const before = await storedBytes(server.dataDir);
  await expect(change()).rejects.toMatchObject({ code: 'not-found', message: what } satisfies Partial<Failure>);
  expect(await storedBytes(server.dataDir)).toEqual(before);
}

it('a registry that is changed', async () => {
  const registry = await make('changed');
  await remove(registry);
  await expectGone(() => updateRegistry(server.larder, registry, {}), 'Registry "changed" has been deleted.');
});

it('a registry that a package is published to', async () => {
  const registry = await make('published to');
  await remove(registry);
  await expectGone(() => publish(registry), 'Registry "published-to" has been deleted.');
});

it('a registry that a package is copied to', async () => {
  const [from, to] = [await make('from'), await make('to')];
  await publish(from);
  const { items } = await server.larder.catalog.packages.page(from.id, { limit: 1 });
  const [source] = items;
  if (!source) throw new Error('There is no package.');
  await remove(to);
  const copy = () => copyPackage(server.larder, source, { from, to, by });
  await expectGone(copy, 'The package or the destination has been deleted.');
});

it('a registry whose index is requested', async () => {
  const registry = await make('indexed', 'debian');
  await remove(registry);
  const read = () =>
    readDocument(
      server.larder,
      { organization: server.organization, registry },
      { name: 'Release', publicUrl: server.url },
    );
  await expectGone(read, 'Registry "indexed" has been deleted.');
});

it('an upload that takes its file', async () => {
  const registry = await make('uploaded to');
  const { upload, key } = await createUpload(server.larder, registry);
  await server.larder[writable].uploads.delete(upload.id);
  const file = { fileName: 'late.txt' };
  const store = () => withBytes((staged) => storeUpload(server.larder, upload, key, { ...file, staged }));
  await expectGone(store, 'The upload has been deleted.');
});

function publish(registry: Registry): Promise<void> {
  return withBytes((staged) => publishPackage(server.larder, registry, { fileName: 'app-1.0.0.txt', staged, by }));
}
