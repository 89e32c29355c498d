/** Documents of every ecosystem, on servers that have one database and one store. */
import { expect, onTestFinished, test } from 'vitest';
import { digestsOf } from '../fixtures/local-file.ts';
import { freePort } from '../fixtures/process-client.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { usePostgres } from './use-postgres.ts';
import { chanceFrom } from '../torture/chance.ts';
import type { Documented, DocumentUrl, Home } from '../ecosystems/recipe.ts';
import { recipes } from '../ecosystems/recipes.ts';
import { openChanges, type Homes } from '../ecosystems/storm-changes.ts';
import { openHomes } from '../ecosystems/storm-servers.ts';
import { withDocuments } from '../ecosystems/storm.ts';
import { modules } from '../ecosystems/throwaway/modules.ts';
import { wideApi } from '../ecosystems/throwaway/wide-api.ts';

const createDatabase = usePostgres();

/** Changes that callers make concurrently, through either server, before each comparison. */
const rounds = [1, 4, 8, 8];

test.each(recipes.flatMap(withDocuments))(
  'two servers of one database send the same documents of $ecosystem',
  async (recipe) => {
    const folder = await makeTemporaryFolder();
    onTestFinished(() => folder.remove());
    const settings = { LARDER_DATA_DIR: folder.path, LARDER_DATABASE_URL: (await createDatabase()).url };
    const servers = [await start(settings), await start(settings)] as const;
    const homes = await openHomes(servers, recipe, { public: true });
    await compared(recipe, homes);
    const registry = await openChanges(recipe, homes, chanceFrom(recipe.ecosystem));
    for (const changes of rounds) {
      await Promise.all(Array.from({ length: changes }, () => registry.makeOne()));
      await compared(recipe, homes);
    }
    const before = await compared(recipe, homes);
    const later = await start(settings);
    const again = { ...homes[0], server: later, url: homes[0].url.replace(servers[0].url, later.url) };
    expect(await compared(recipe, [again, homes[0]])).toEqual(before);
  },
);

/** Starts a server until the end of the test. All have one public URL, as behind a load balancer. */
async function start(settings: Readonly<Record<string, string>>): Promise<TestServer> {
  const port = await freePort();
  const environment = { ...settings, LARDER_PORT: `${port}`, LARDER_PUBLIC_URL: 'http://larder.test' };
  const server = await startTestServer(environment, undefined, modules, wideApi);
  onTestFinished(() => server.stop());
  const url = `http://127.0.0.1:${port}`;
  const ask: TestServer['ask'] = (at, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('Authorization')) headers.set('Authorization', `Bearer ${server.token}`);
    return fetch(url + at, { ...init, headers });
  };
  return { ...server, url, ask };
}

interface Read {
  readonly path: string;
  readonly status: number;
  /** ETag, Last-Modified and all others, except for those of the request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly sha256: string;
}

/** Reads all documents from each server concurrently, and compares them. */
async function compared(recipe: Documented, homes: Homes): Promise<readonly Read[]> {
  const [first = [], ...others] = await Promise.all(homes.map((home) => readAll(recipe, home)));
  for (const other of others) expect(other).toEqual(first);
  return first;
}

/** Reads the documents that clients begin with, all that they name, and their signatures, in order. */
async function readAll({ ecosystem, documents }: Documented, home: Home): Promise<readonly Read[]> {
  const endings = home.server.larder.ecosystems[ecosystem].documents.companionEndings;
  const left: DocumentUrl[] = [...documents.roots];
  const all: Read[] = [];
  const seen = new Set<string>();
  for (let url = left.shift(); url !== undefined; url = left.shift()) {
    const key = `${url.accept ?? ''} ${url.path}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { read, bytes } = await readOne(home, url);
    all.push(read);
    if (read.status === 200) left.push(...documents.named(url, bytes).filter(({ kind }) => kind === 'document'));
    for (const ending of endings) all.push((await readOne(home, { path: url.path + ending })).read);
  }
  return all;
}

const ofRequest = ['connection', 'date', 'keep-alive', 'x-request-id'];

async function readOne(
  { url, slug }: Home,
  { path, accept }: DocumentUrl,
): Promise<{ readonly read: Read; readonly bytes: Buffer }> {
  // A connection that got a signature before would get the document of that one.
  const headers = { Connection: 'close', ...(accept !== undefined && { Accept: accept }) };
  const reply = await fetch(`${url}/${path.replace('{registry}', slug)}`, { headers });
  const bytes = Buffer.from(await reply.arrayBuffer());
  const others = [...reply.headers].filter(([name]) => !ofRequest.includes(name));
  // A failure has the id of its request.
  const { sha256 } = digestsOf(reply.ok ? bytes : Buffer.alloc(0));
  return { read: { path, status: reply.status, headers: Object.fromEntries(others), sha256 }, bytes };
}
