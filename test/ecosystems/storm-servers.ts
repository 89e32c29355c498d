/** Servers for a storm. */
import { onTestFinished } from 'vitest';
import type { Log } from '../../src/server/log.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { makeTemporaryFolder } from '../storage/temporary-folder.ts';
import type { Home, Recipe } from './recipe.ts';
import type { Homes } from './storm-changes.ts';
import { modules } from './throwaway/modules.ts';
import { wideApi } from './throwaway/wide-api.ts';

export interface Sharing {
  /** The number of servers with one database, which must be PostgreSQL if it is more than one. */
  readonly servers: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Called with every response. */
  readonly log?: Log;
}

/** Starts servers until the end of the test, and returns each one's view of a new, public registry. */
export async function openStorm(recipe: Recipe, sharing: Sharing): Promise<Homes> {
  return await openHomes(await startServers(sharing), recipe, { public: true });
}

export type Servers = readonly [TestServer, ...TestServer[]];

/** Starts servers until the end of the test. */
export async function startServers({ servers: count, environment = {}, log }: Sharing): Promise<Servers> {
  const folder = await makeTemporaryFolder();
  const settings = { LARDER_DATA_DIR: folder.path, ...environment };
  const start = (): Promise<TestServer> => startTestServer(settings, log, modules, wideApi);
  const first = await start();
  const others: TestServer[] = [];
  onTestFinished(async () => {
    for (const server of others) await server.stop();
    await first[Symbol.asyncDispose]();
    await folder.remove();
  });
  while (others.length < count - 1) others.push(await start());
  return [first, ...others];
}

/** Returns each server's view of a new registry. */
export async function openHomes(
  [first, ...others]: Servers,
  { ecosystem }: Recipe,
  settings: { readonly public: boolean },
): Promise<Homes> {
  const slug = `storm-${ecosystem.replaceAll('_', '-')}`;
  await createRegistry(first, slug, ecosystem, settings);
  const homeOf = (server: TestServer): Home => {
    return { server, slug, url: `${server.url}/acme/${slug}`, token: undefined };
  };
  return [homeOf(first), ...others.map(homeOf)];
}
