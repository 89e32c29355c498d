import { onTestFinished, vi } from 'vitest';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';

/**
 * A server that works only for requests, so that steps can be counted: housekeeping runs once, at the start, and the
 * use of a token is recorded only once, because its minute never ends. Has the registries that changes need.
 */
export async function startQuietServer(environment: Record<string, string> = {}): Promise<TestServer> {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const server = await startTestServer(environment);
  vi.useRealTimers();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  onTestFinished(async () => {
    vi.useRealTimers();
    await server[Symbol.asyncDispose]();
  });
  // Those that another server on the same folder has made are there already.
  for (const [name, ecosystem] of Object.entries({ shelf: 'files', other: 'files', debs: 'debian' }))
    await createRegistry(server, name, ecosystem);
  return server;
}
