/**
 * Clients that read registries in loops while callers publish, copy, unlist, withdraw and delete packages. After each
 * response, others may make changes before the next request of the client.
 */
import { posix } from 'node:path';
import { expect } from 'vitest';
import { ecosystems } from '../../src/server/ecosystems.ts';
import { issueToken } from '../native/tokens.ts';
import { chanceFrom, type Chance } from '../torture/chance.ts';
import { fetchFrom } from './follow.ts';
import { can, type Client, type Documented, type DocumentsRecipe, type Home, type SamplePackage } from './recipe.ts';
import { recipes } from './recipes.ts';
import { anyOf, openChanges, type Changes } from './storm-changes.ts';
import { openHomes, type Servers } from './storm-servers.ts';
import { withDocuments } from './storm.ts';
import type { Traffic } from './traffic.ts';

export interface Fire {
  readonly servers: Servers;
  readonly traffic: Traffic;
  readonly seconds: number;
  readonly seed: string;
}

export interface Report {
  readonly ecosystem: string;
  readonly changes: number;
  /** To clients. */
  readonly responses: number;
  /** The responses that were not found: files of removed packages. */
  readonly missing: number;
  /** How often clients read the lists of the registry. */
  readonly updates: number;
  readonly installations: number;
  /** The installations of packages that were changed meanwhile, and that failed. */
  readonly changedMeanwhile: number;
}

/** The number of callers that change a registry, and of clients on machines of their own. */
const callers = 4;
const clients = 2;

/** The recipes with lists, whose clients are programs of this machine. */
const burnable: readonly Documented[] = recipes
  .flatMap(withDocuments)
  .filter(({ ecosystem, client }) => ecosystem in ecosystems && client.isPresent);

/** Changes and reads a registry of each ecosystem. Returns what happened, for people. */
export async function burnAll(fire: Fire): Promise<readonly Report[]> {
  return await whole(burnable.map((recipe) => burn(recipe, fire)));
}

/** Waits for all, so that nothing goes on after a failure. */
async function whole<T>(all: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(all);
  return await Promise.all(all);
}

/** Fails if a client ever fails, or misses a change that was made before it began. */
async function burn(recipe: Documented, { servers, traffic, seconds, seed }: Fire): Promise<Report> {
  const chance = chanceFrom(`${seed} ${recipe.ecosystem}`);
  const homes = await openHomes(servers, recipe, { public: false });
  const registry = await openChanges(recipe, homes, chance);
  const { slug } = homes[0];
  const end = performance.now() + 1000 * seconds;
  const state = { reading: clients, changes: 0 };
  const change = async (): Promise<void> => {
    for (;;) {
      await traffic.next(slug);
      if (state.reading === 0) return;
      await registry.makeOne();
      state.changes += 1;
    }
  };
  const tallies = Array.from({ length: clients }, (): Tally => ({ updates: 0, installations: 0, changedMeanwhile: 0 }));
  const read = async (tally: Tally): Promise<void> => {
    const home = anyOf(homes, chance);
    // Clients that share an address, and have no token, are one client for the server: a signature may be newer than its list.
    const ofClient = { ...home, token: await issueToken(home.server) };
    await using client = await recipe.client.open(ofClient);
    while (performance.now() < end) await use(recipe, { client, home: ofClient }, registry, chance, tally);
  };
  const reading = whole(tallies.map(read)).finally(() => {
    state.reading = 0;
    traffic.end(slug);
  });
  await whole<unknown>([reading, ...Array.from({ length: callers }, change)]);
  expect(traffic.missing(slug).filter((path) => !isOfRemoved(registry, path))).toEqual([]);
  const total = (key: keyof Tally): number => tallies.reduce((sum, tally) => sum + tally[key], 0);
  return {
    ecosystem: recipe.ecosystem,
    changes: state.changes,
    responses: traffic.responses(slug),
    missing: traffic.missing(slug).length,
    updates: total('updates'),
    installations: total('installations'),
    changedMeanwhile: total('changedMeanwhile'),
  };
}

interface Tally {
  updates: number;
  installations: number;
  changedMeanwhile: number;
}

/** Reads the lists, and installs a package that was offered before. */
async function use(
  { documents }: Documented,
  { client, home }: { readonly client: Client; readonly home: Home },
  registry: Changes,
  chance: Chance,
  tally: Tally,
): Promise<void> {
  const before = registry.settled();
  const isOffered = can(client.offered) ? await offeredBy(client.offered) : await namedBy(documents, home);
  const after = registry.settled();
  for (const [number, { package: pkg, state, changes }] of before) {
    if (after.get(number)?.changes !== changes) continue;
    if (state === 'unlisted' && documents.unlisted === 'named') continue;
    const { version } = pkg;
    expect({ version, isOffered: isOffered(pkg) }).toEqual({ version, isOffered: state === 'offered' });
  }
  tally.updates += 1;
  const [number, wanted] = chance.oneOf([...registry.settled()].filter(([, { state }]) => state === 'offered')) ?? [];
  if (number === undefined || wanted === undefined) return;
  try {
    await client.install(wanted.package);
    tally.installations += 1;
  } catch (error) {
    const isUnchanged = registry.settled().get(number)?.changes === wanted.changes;
    if (isUnchanged || !saysMissing.test(String(error))) {
      const { version } = wanted.package;
      throw new Error(`${version} ${isUnchanged ? 'has not changed' : 'has changed'} meanwhile`, { cause: error });
    }
    tally.changedMeanwhile += 1;
  }
}

type IsOffered = (pkg: SamplePackage) => boolean;

async function offeredBy(list: () => Promise<readonly string[]>): Promise<IsOffered> {
  const versions = await list();
  return ({ version }) => versions.includes(version);
}

/** For clients without a command that lists versions: the files in the documents that they read first. */
async function namedBy({ roots, named }: DocumentsRecipe, home: Home): Promise<IsOffered> {
  const names = new Set<string>();
  for (const root of roots) {
    const { status, bytes } = await fetchFrom(home, root);
    expect(status, root.path).toBe(200);
    for (const { path: at } of named(root, bytes)) names.add(posix.basename(at));
  }
  return ({ files: [main] }) => names.has(main.name);
}

/** The messages of clients for a version that is no longer listed, or whose file is gone. All others are failures. */
const saysMissing = /\b404\b|not\s+found|no match|unable to find|no available version|no such file/i;

/** Paths have the name of a file, or a version. The metadata of a wheel has the name of the wheel, with an ending. */
function isOfRemoved(registry: Changes, path: string): boolean {
  const names = path.replace(/\.metadata$/, '').split('/');
  return names.some((name) => registry.hasRemoved({ path: name, kind: 'file' }));
}
