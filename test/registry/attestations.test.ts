import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishPackage } from '../../src/registry/publish.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'Plain', 'files');
});
afterAll(() => server[Symbol.asyncDispose]());

it('attestations are rejected loudly where the ecosystem has none', async () => {
  const { larder, organization } = server;
  const registry = await larder.catalog.registries.find(organization.id, 'plain');
  if (!registry) throw new Error('There is no registry.');
  const files = { ...larder.ecosystems.files, attestations: 'refused' } as const;
  const [staged, attestations] = await Promise.all(
    ['bytes', 'attested'].map((text) => larder.blobs.stage(bytesOf(text))),
  );
  if (!staged || !attestations) throw new Error('Nothing was staged.');
  const published = publishPackage({ ...larder, ecosystems: { ...larder.ecosystems, files } }, registry, {
    fileName: 'manual-1.0.0.txt',
    staged,
    attestations,
    by: { id: '0190e784-f31c-7c11-8a5e-0f6f6f4c8d21', description: 'For a test', issuer: null },
  });
  await expect(published).rejects.toMatchObject({
    code: 'unusable-attestation',
    message: 'Packages of files cannot have attestations. Omit the field.',
  });
  await Promise.all([staged.discard(), attestations.discard()]);
});

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
