/** Servers for a storm. */
import { onTestFinished } from 'vitest';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { makeTemporaryFolder } from '../storage/temporary-folder.ts';
import type { Home, Recipe } from './recipe.ts';
import type { Homes } from './storm-changes.ts';
import { modules } from './throwaway/modules.ts';
import { wideApi } from './throwaway/wide-api.ts';

interface Sharing {
  /** The number of servers with one database, which must be PostgreSQL if it is more than one. */
  readonly servers: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts servers until the end of the test, and returns each one's view of a new, public registry. */
export async function openStorm({ ecosystem }: Recipe, { servers: count, environment = {} }: Sharing): Promise<Homes> {
  const folder = await makeTemporaryFolder();
  const settings = { LARDER_DATA_DIR: folder.path, ...environment };
  const start = (): Promise<TestServer> => startTestServer(settings, undefined, modules, wideApi);
  const first = await start();
  const others: TestServer[] = [];
  onTestFinished(async () => {
    for (const server of others) await server.stop();
    await first[Symbol.asyncDispose]();
    await folder.remove();
  });
  while (others.length < count - 1) others.push(await start());
  await createRegistry(first, 'storm', ecosystem, { public: true });
  const homeOf = (server: TestServer): Home => {
    return { server, slug: 'storm', url: `${server.url}/acme/storm`, token: undefined };
  };
  return [homeOf(first), ...others.map(homeOf)];
}
