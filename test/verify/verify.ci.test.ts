/** The verification finds each way in which a proxy breaks the responses of a real server, by the name of a check. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import api from '../../generated/openapi.json' with { type: 'json' };
import { seedDemo } from '../../src/server/seed-demo.ts';
import { verify } from '../../src/verify/verify.ts';
import { createRegistry, publish, startTestServer } from '../fixtures/server.ts';
import { breakages, breakagesOfWrites, type Breakage } from './breakages.ts';
import { startBreakingProxy, type BreakingProxy } from './breaking-proxy.ts';

let proxy: BreakingProxy;
beforeAll(async () => {
  proxy = await startBreakingProxy();
  await createRegistry(proxy.server, 'my files', 'files');
  for (const version of [1, 2, 3])
    await publish(proxy.server, 'my-files', `manual-${version}.0.0.txt`, `text ${version}`);
});
afterAll(() => proxy[Symbol.asyncDispose]());

async function failures(write: boolean): Promise<string[]> {
  const { url, server } = proxy;
  const shared = { document: api, organization: undefined, progress: () => undefined };
  const results = await verify({ ...shared, url, token: server.token, write });
  return results.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
}

async function broken({ breaks }: Breakage, write: boolean): Promise<string[]> {
  proxy.breaks = breaks;
  try {
    return await failures(write);
  } finally {
    proxy.breaks = (reply) => reply;
  }
}

test.each([false, true])('finds nothing wrong without a breakage (write: %s)', async (write) => {
  expect(await failures(write)).toEqual([]);
});

test('finds nothing wrong on a server with packages of several ecosystems', async () => {
  await using server = await startTestServer();
  await seedDemo(server.larder, server.organization, () => undefined);
  const shared = { document: api, organization: undefined, progress: () => undefined };
  const results = await verify({ ...shared, url: server.url, token: server.token, write: false });
  expect(results.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  // Only registry tokens are missing: each other operation that reads has a resource.
  const skipped = results.filter(({ outcome }) => outcome === 'skipped').map(({ operation }) => operation);
  expect(skipped).toEqual(['getRegistryToken']);
});

describe('finds', () => {
  test.each(breakages)('$name', async (breakage) => {
    expect(await broken(breakage, false)).toContain(breakage.check);
  });
});

describe('finds in a verification that writes', () => {
  test.each(breakagesOfWrites)('$name', async (breakage) => {
    expect(await broken(breakage, true)).toContain(breakage.check);
  });

  test('an early 200 for a publication that the server never gets', async () => {
    proxy.early = ({ method, url = '' }) =>
      method === 'POST' && url.endsWith('/packages')
        ? { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{"id":"x"}') }
        : undefined;
    try {
      expect(await failures(true)).toContain('publishPackage: state');
    } finally {
      proxy.early = () => undefined;
    }
  });
});
