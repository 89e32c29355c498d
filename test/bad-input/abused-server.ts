/** A server that a whole test file abuses, and which has to be as good as new after every test. */
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';

export interface AbusedServer {
  readonly server: TestServer;
  /** Where packages are published: `debs` takes Debian packages, `plain` any file with a version in its name. */
  packages(registry?: 'debs' | 'plain'): string;
  /** Records that the current test publishes packages on purpose. */
  expectPublished(count: number): void;
}

/** Starts the server before the tests of the file, and looks after each of them for what it may have left. */
export function abuseServer(environment: Record<string, string> = {}): AbusedServer {
  let started: TestServer | undefined;
  let published = 0;
  const failures: unknown[] = [];
  const log = pino({ level: 'error' }, { write: (line) => void failures.push(JSON.parse(line)) });
  const running = (): TestServer => {
    if (!started) throw new Error('the server runs only during tests');
    return started;
  };

  beforeAll(async () => {
    started = await startTestServer(environment, log);
    await createRegistry(started, 'debs', 'debian');
    await createRegistry(started, 'plain', 'files');
  });

  afterEach(async () => {
    const server = running();
    const begun = performance.now();
    expect((await server.ask('/healthz')).status).toBe(200);
    expect(performance.now() - begun, 'milliseconds until the next request is answered').toBeLessThan(10_000);
    await expect.poll(() => leftIn(server)).toEqual({ staged: 0, blobs: published, published });
    expect(server.violations(), 'answers that broke the contract').toBe(0);
    expect(failures.splice(0), 'what the log calls failures, for an operator to act on').toEqual([]);
  });

  afterAll(async () => {
    await started?.[Symbol.asyncDispose]();
  });

  return {
    get server() {
      return running();
    },
    packages: (registry = 'plain') => running().in(registry, 'packages'),
    expectPublished: (count) => {
      published += count;
    },
  };
}

async function leftIn(server: TestServer): Promise<object> {
  const counts = await Promise.all(
    ['debs', 'plain'].map(async (registry) => {
      const response = await server.ask(`${server.in(registry, 'packages')}?per_page=100`);
      const { items } = (await response.json()) as { items: unknown[] };
      return items.length;
    }),
  );
  const { blobs, staged } = await storedBytes(server.dataDir);
  return { staged: staged.length, blobs: blobs.length, published: counts.reduce((sum, count) => sum + count, 0) };
}
