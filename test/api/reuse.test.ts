/** Versions that were deleted: what may be published in their place, and for how long. */
import { afterAll, beforeAll, afterEach, describe, expect, it, vi } from 'vitest';
import { bodyOf, type Schemas } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'plain', 'files');
  await createRegistry(server, 'other', 'files');
});
afterEach(() => void vi.useRealTimers());
afterAll(async () => {
  expect(server.violations()).toBe(0);
  await server[Symbol.asyncDispose]();
});

const hour = 60 * 60 * 1000;

/** Publishes and deletes `app-{version}.txt`. Returns the package, and moves the clock on from the deletion. */
async function publishAndDelete(version: string, hoursAgo: number, at = server): Promise<Schemas['Package']> {
  const pkg = await bodyOf(publish(at, 'plain', `app-${version}.txt`, 'bytes'), 'Package');
  await at.ask(at.in('plain', 'packages', pkg.id), { method: 'DELETE' });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hoursAgo * hour });
  return pkg;
}

describe('a version that was deleted', () => {
  it('within the last 24 hours is published with other bytes', async () => {
    await publishAndDelete('1.0.0', 23);
    expect((await publish(server, 'plain', 'app-1.0.0.txt', 'other bytes')).status).toBe(200);
  });

  it('before those is rejected with other bytes, with the digests that it had', async () => {
    const { digests } = await publishAndDelete('2.0.0', 25);
    const reply = publish(server, 'plain', 'app-2.0.0.txt', 'other bytes');
    const problem = await bodyOf(reply, 'PackageExistsProblem', 409);
    expect(problem).toMatchObject({ type: 'urn:larder:problem:version-deleted', url: null, digests });
    expect(problem.detail).toMatch(
      /^app 2\.0\.0 \(txt\) was deleted from registry "plain" at \d{4}-\S+Z and had different bytes\. Publish the original bytes, or another version\.$/,
    );
  });

  it('before those is published with the same bytes', async () => {
    await publishAndDelete('3.0.0', 25);
    expect((await publish(server, 'plain', 'app-3.0.0.txt', 'bytes')).status).toBe(200);
  });

  it('before those is rejected as a copy of other bytes', async () => {
    await publishAndDelete('4.0.0', 25);
    const { id } = await bodyOf(publish(server, 'other', 'app-4.0.0.txt', 'other bytes'), 'Package');
    const copy = server.ask(`${server.in('other', 'packages', id, 'copy')}?to=plain`, { method: 'POST' });
    expect(await bodyOf(copy, 'PackageExistsProblem', 409)).toMatchObject({
      type: 'urn:larder:problem:version-deleted',
    });
  });
});

it('LARDER_REUSE_HOURS=0 binds a version to its bytes with its deletion', async () => {
  const strict = await startTestServer({ LARDER_REUSE_HOURS: '0' });
  try {
    await createRegistry(strict, 'plain', 'files');
    await publishAndDelete('1.0.0', 0, strict);
    const statuses = [];
    for (const bytes of ['other bytes', 'bytes'])
      statuses.push((await publish(strict, 'plain', 'app-1.0.0.txt', bytes)).status);
    expect(statuses).toEqual([409, 200]);
  } finally {
    await strict[Symbol.asyncDispose]();
  }
});
