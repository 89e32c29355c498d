/** Registries whose deletion was confirmed, while most of their records still exist, as if the server was killed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { clearRegistries } from '../../src/registry/clear-registries.ts';
import { bodyOf, detailOf } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { writable } from '../../src/registry/writable.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  expect(server.violations()).toBe(0);
  await server[Symbol.asyncDispose]();
});

/** Leaves a registry as a server does that is killed right after it deleted it. */
async function leaveDeleted(name: string): Promise<{ readonly token: string }> {
  const { id } = await bodyOf(createRegistry(server, name, 'files'), 'Registry');
  await publish(server, name, 'app-1.0.0.txt', 'bytes');
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ description: 'for servers' }),
  };
  const { token } = await bodyOf(server.ask(server.in(name, 'tokens'), init), 'RegistryTokenWithSecret');
  await server.larder[writable].registries.delete(id);
  return { token };
}

describe('a deleted registry with records left', () => {
  it('is not found, nor are its packages and tokens', async () => {
    const { token } = await leaveDeleted('left');
    const asked = [server.in('left'), server.in('left', 'packages'), '/acme/left/files/app-1.0.0.txt'];
    const statuses = await Promise.all(asked.map(async (path) => (await server.ask(path)).status));
    const { status } = await fetch(`${server.url}/v2/access-token`, { headers: { Authorization: `Bearer ${token}` } });
    expect([statuses, status]).toEqual([[404, 404, 404], 401]);
  });

  it('rejects its slug for creation and renaming', async () => {
    await leaveDeleted('wanted');
    await createRegistry(server, 'renamed', 'files');
    const rename = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'wanted' }),
    };
    const detail = 'A registry with the slug "wanted" is being deleted. Try again later, or choose another name.';
    expect([
      await detailOf(createRegistry(server, 'wanted', 'files'), 409),
      await detailOf(server.ask(server.in('renamed'), rename), 409),
    ]).toEqual([detail, detail]);
  });

  it('is removed by the next server, and its slug is free then', async () => {
    await leaveDeleted('next');
    const next = await startTestServer({ LARDER_DATA_DIR: server.dataDir });
    try {
      await eventually(async () => expect((await createRegistry(server, 'next', 'files')).status).toBe(200));
      expect((await bodyOf(server.ask(server.in('next', 'packages')), 'PackageList')).items).toEqual([]);
    } finally {
      await next.stop();
    }
  });

  it('remains until later if the server is stopped', async () => {
    await leaveDeleted('later');
    const cleared = await clearRegistries(server.larder, AbortSignal.abort());
    expect([cleared, (await createRegistry(server, 'later', 'files')).status]).toEqual([0, 409]);
  });
});
