/** No file stops the server or its other users, regardless of what its reader does. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { bodyOf, detailOf } from '../fixtures/replies.ts';
import { eventually } from '../fixtures/eventually.ts';
import { createShelf, publishFile, secret } from '../fixtures/process-client.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { startServerProcess } from '../fixtures/server-process.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { storm } from './storm.ts';
import { strangeModules } from './strange-ecosystems.ts';

/** It takes the place of the script that is named after it. */
const strangeServer = path.join(import.meta.dirname, 'strange-server.ts');

async function startStrangeServer(timeout: number): Promise<TestServer> {
  const environment = { LARDER_INSPECT_TIMEOUT_MS: String(timeout) };
  const server = await startTestServer(environment, undefined, strangeModules);
  await createRegistry(server, 'shelf', 'files');
  return server;
}

test('rejects files whose readers do not return with 422', async () => {
  await using server = await startStrangeServer(1000);
  for (const deed of ['spin', 'match']) {
    // A reader that does not get a processor for half of that time is not the cause: the response is 503, so try again.
    await eventually(async () => {
      const detail = await detailOf(publish(server, 'shelf', `${deed}-1.0.0.txt`, 'x'), 422);
      expect(detail).toContain('could not be read within 1 s');
    });
  }
  expect((await storedBytes(server.dataDir)).staged).toEqual([]);
});

test('rejects a file whose reader allocates without end with 422', async () => {
  await using server = await startStrangeServer(30_000);
  const detail = await detailOf(publish(server, 'shelf', 'buffer-1.0.0.txt', 'x'), 422);
  expect(detail).toContain('more than the allowed 512 MiB of memory');
});

test.each([
  ['exit', 500],
  ['crash', 500],
  ['fail', 503],
])('responds to a file whose reader ends otherwise (%s) with %i, and goes on', async (deed, status) => {
  await using server = await startStrangeServer(30_000);
  expect((await publish(server, 'shelf', `${deed}-1.0.0.txt`, 'x')).status).toBe(status);
  expect((await publish(server, 'shelf', 'app-1.0.0.txt', 'x')).status).toBe(200);
});

test('lets a reader look at bytes that the registry has, by their digest', async () => {
  await using server = await startStrangeServer(30_000);
  const { digests } = await bodyOf(publish(server, 'shelf', 'app-1.0.0.txt', 'bananas'), 'Package');
  const found = await bodyOf(publish(server, 'shelf', 'find-1.0.0.txt', digests.sha256), 'Package');
  const none = await bodyOf(publish(server, 'shelf', 'find-1.0.1.txt', '0'.repeat(64)), 'Package');
  expect([found.metadata, none.metadata]).toEqual([{ found: 'bananas' }, { found: null }]);
});

test('publishes nothing if a reader passes on bytes that it was not given', async () => {
  await using server = await startStrangeServer(30_000);
  expect((await publish(server, 'shelf', 'steal-1.0.0.txt', 'x')).status).toBe(500);
  expect(await storedBytes(server.dataDir)).toEqual({ blobs: [], staged: [] });
});

test('publishes for some while many publish files whose readers do not return', async () => {
  await using server = await startStrangeServer(2000);
  const { statuses, slowest } = await storm(server, 'shelf', 1);
  expect(statuses.filter((status) => status !== 422 && status !== 503)).toEqual([]);
  expect(slowest).toBeLessThan(2000);
  expect(server.violations()).toBe(0);
});

test('SIGTERM ends a server while a file is read without end', async () => {
  const settings = {
    LARDER_ADMIN_TOKEN: secret,
    LARDER_INSPECT_TIMEOUT_MS: '86400000',
    LARDER_STOP_TIMEOUT_MS: '500',
  };
  await using server = await startServerProcess(settings, [process.execPath, strangeServer]);
  const url = await server.ready();
  await createShelf(url);
  const published = publishFile(url, 'spin-1.0.0.txt', 'x').catch(() => undefined);
  await eventually(async () => expect((await storedBytes(server.dataDir)).staged).toHaveLength(1));
  expect(await server.end('SIGTERM')).toBe(0);
  await published;
});
