/** A server that hangs while it renders delays the others, and does not stop them. */
import { afterEach, expect, it, vi } from 'vitest';
import { readDocument } from '../../../src/registry/documents/read-document.ts';
import { createRegistry } from '../../../src/registry/registries.ts';
import { writable } from '../../../src/registry/writable.ts';
import { startTestServer } from '../../fixtures/server.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('a document is rendered out of turn if the turn of another server does not end', async () => {
  await using server = await startTestServer();
  const { larder, organization } = server;
  const registry = await createRegistry(larder, organization, { name: 'Debs', ecosystem: 'debian' });
  const begun = vi.spyOn(larder[writable].documents, 'beginTurn').mockResolvedValue(undefined);
  let now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 6000));
  const document = await readDocument(larder, { organization, registry }, { name: 'InRelease', publicUrl: server.url });
  expect([document?.name, begun.mock.calls.length > 1]).toEqual(['InRelease', true]);
});
