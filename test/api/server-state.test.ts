import { describe, expect, it, onTestFinished, vi } from 'vitest';
import description from '../../generated/openapi.json' with { type: 'json' };
import { bodyOf } from '../fixtures/replies.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';

describe('getRoot', () => {
  it('greets, with the time in seconds', async () => {
    const server = await start();
    const before = Math.floor(Date.now() / 1000);
    const { message, timestamp } = await bodyOf(server.ask('/'), 'Greeting');
    expect({ message, isNow: timestamp >= before && timestamp <= Date.now() / 1000 }).toEqual({
      message: 'This is Larder, a package registry.',
      isNow: true,
    });
  });
});

describe('getHealth', () => {
  it('returns ok', async () => {
    expect(await bodyOf((await start()).ask('/healthz'), 'Health')).toEqual({ status: 'ok' });
  });

  it('returns ok while the database does not respond', async () => {
    const server = await start();
    vi.spyOn(server.larder.catalog, 'check').mockRejectedValue(new Error('gone'));
    expect(await bodyOf(server.ask('/healthz'), 'Health')).toEqual({ status: 'ok' });
  });
});

describe('getReadiness', () => {
  it('returns ready', async () => {
    expect(await bodyOf((await start()).ask('/readyz'), 'Readiness')).toEqual({ status: 'ready' });
  });

  it.each([
    ['catalog', 'The database does not respond. Try again in a moment.'],
    ['blobs', 'The blob store does not respond. Try again in a moment.'],
  ] as const)('responds with 503 while the %s does not respond, without the cause', async (part, detail) => {
    const server = await start();
    vi.spyOn(server.larder[part], 'check').mockRejectedValue(new Error('the disk says: secret'));
    expect(await bodyOf(server.ask('/readyz'), 'Problem', 503)).toEqual({
      type: 'urn:larder:problem:unavailable',
      title: 'Unavailable',
      status: 503,
      detail,
      message: detail,
      request_id: expect.any(String),
    });
  });

  it('checks the storage once for many requests of a second', async () => {
    const server = await start();
    const check = vi.spyOn(server.larder.blobs, 'check');
    const ask = async (): Promise<void> => void (await bodyOf(server.ask('/readyz'), 'Readiness'));
    const begun = performance.now();
    await Promise.all(Array.from({ length: 20 }, ask));
    // One for each second that they took, on a busy machine.
    const most = 1 + Math.floor((performance.now() - begun) / 1000);
    const checks = check.mock.calls.length;
    expect(checks).toBeLessThanOrEqual(most);
    await expect.poll(() => ask().then(() => check.mock.calls.length)).toBeGreaterThan(checks);
  });

  it('returns ready again when both respond again', async () => {
    const server = await start();
    vi.spyOn(server.larder.catalog, 'check').mockRejectedValueOnce(new Error('gone'));
    await bodyOf(server.ask('/readyz'), 'Problem', 503);
    expect(await bodyOf(server.ask('/readyz'), 'Readiness')).toEqual({ status: 'ready' });
  });
});

describe('getDescription', () => {
  it('returns exactly the description that the server enforces', async () => {
    const server = await start();
    const served = await bodyOf(server.ask('/openapi.json'), 'Description');
    const text = JSON.stringify(description).replaceAll('http://127.0.0.1:8080', server.url);
    expect(served).toEqual(JSON.parse(text));
    expect(served).toMatchObject({ servers: [{ url: server.url }] });
  });
});

async function start(): Promise<TestServer> {
  const server = await startTestServer();
  onTestFinished(() => server[Symbol.asyncDispose]());
  return server;
}
