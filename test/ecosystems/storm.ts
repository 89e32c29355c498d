/**
 * A storm of changes in one registry, while clients read its documents: every URL that a document names must return the
 * bytes that the document specifies, as long as a client can hold the document.
 */
import { expect } from 'vitest';
import { bodyOf } from '../fixtures/replies.ts';
import { createRegistry } from '../fixtures/server.ts';
import { digestsOf } from '../fixtures/local-file.ts';
import { chanceFrom, type Chance } from '../torture/chance.ts';
import { doorsOf } from './doors.ts';
import { compare, digestsToName, fetchFrom, followAll } from './follow.ts';
import {
  can,
  type DocumentsRecipe,
  type DocumentUrl,
  type Home,
  type NamedUrl,
  type Recipe,
  type SamplePackage,
} from './recipe.ts';

export interface Storm {
  /** Each server's view of the same registry. */
  readonly homes: readonly [Home, ...Home[]];
  readonly changes: number;
  readonly seed: string;
}

/** The number of callers that change the registry and read it, concurrently. */
const callers = 4;

/** The number of documents that a client reads of those that a list names. It holds them all. */
const followed = 3;

/** A recipe with documents. */
export interface Documented extends Recipe {
  readonly documents: DocumentsRecipe;
}

/** Returns the recipe, if the ecosystem has documents. */
export function withDocuments(recipe: Recipe): Documented[] {
  return can(recipe.documents) ? [{ ...recipe, documents: recipe.documents }] : [];
}

/** Fails if a document ever names a URL whose bytes are not those that it specifies. */
export async function storm(recipe: Documented, { homes, changes, seed }: Storm): Promise<void> {
  const { documents } = recipe;
  const chance = chanceFrom(seed);
  const registry = await openState(recipe, homes, chance);
  const held = new Map<string, NamedUrl>();
  let left = changes;
  const call = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await registry.change();
      const root = chance.oneOf(documents.roots) ?? fail();
      for (const named of await readSome(documents, anyOf(homes, chance), root, chance)) held.set(keyOf(named), named);
      await check(anyOf(homes, chance), chance.oneOf([...held.values()]), registry);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  for (const named of held.values()) await check(anyOf(homes, chance), named, registry);
  for (const home of homes) {
    const files = await followAll(documents, home);
    expect(new Set(files.map(({ sha256 }) => sha256))).toEqual(registry.offered());
  }
}

/** Reads a document and a few of those that it names. Returns all URLs in them. */
async function readSome(
  documents: DocumentsRecipe,
  home: Home,
  root: DocumentUrl,
  chance: Chance,
): Promise<readonly NamedUrl[]> {
  const fetched = await fetchFrom(home, root);
  expect(fetched.status, root.path).toBe(200);
  const all = [...documents.named(root, fetched.bytes)];
  const below = all.filter(({ kind }) => kind === 'document');
  for (let count = 0; count < followed; count += 1) {
    const document = chance.oneOf(below);
    if (!document) break;
    const read = await fetchFrom(home, document);
    compare(document, read);
    all.push(...documents.named(document, read.bytes));
  }
  return all;
}

/** A file may be missing only if its package is, or has been, removed. */
async function check(home: Home, named: NamedUrl | undefined, registry: State): Promise<void> {
  if (named === undefined) return;
  const fetched = await fetchFrom(home, named);
  if (fetched.status === 404 && registry.hasRemoved(named)) return;
  compare(named, fetched);
}

interface State {
  /** Publishes, copies or deletes a package. */
  change(): Promise<void>;
  hasRemoved(named: NamedUrl): boolean;
  /** Returns the digests of the files of all present packages. */
  offered(): ReadonlySet<string>;
}

/** The numbers of the packages that are copied; others are published. */
const copied = { least: 50, most: 53 };

async function openState(recipe: Documented, homes: Storm['homes'], chance: Chance): Promise<State> {
  const [door] = doorsOf(recipe);
  if (door === undefined) throw new Error(`Packages of ${recipe.ecosystem} cannot be published.`);
  const [home] = homes;
  const source = { ...home, slug: `${home.slug}-source`, url: `${home.url}-source` };
  await createRegistry(home.server, source.slug, recipe.ecosystem);
  // It is never removed, so that the project always exists.
  const first = await recipe.build(0);
  await door.publish(home, first);
  const ids = new Map<number, string>();
  for (let number = copied.least; number <= copied.most; number += 1) {
    const pkg = await recipe.build(number);
    await door.publish(source, pkg);
    ids.set(number, await idOf(source, pkg));
  }
  const present = new Map<number, SamplePackage>();
  const free = new Set<number>([...ids.keys(), 1, 2, 3, 4, 5, 6]);
  const removed = new Set<string>();

  const add = async (number: number): Promise<void> => {
    const to = anyOf(homes, chance);
    const pkg = await recipe.build(number);
    const id = ids.get(number);
    if (id === undefined) await door.publish(to, pkg);
    else {
      const url = `${to.server.in(source.slug, 'packages', id, 'copy')}?to=${to.slug}`;
      expect((await to.server.ask(url, { method: 'POST' })).status).toBe(200);
    }
    present.set(number, pkg);
  };
  const remove = async (number: number, pkg: SamplePackage): Promise<void> => {
    for (const { bytes } of pkg.files) removed.add(digestsOf(bytes).sha256);
    const to = anyOf(homes, chance);
    const url = to.server.in(to.slug, 'packages', await idOf(to, pkg));
    expect((await to.server.ask(url, { method: 'DELETE' })).status).toBe(200);
    free.add(number);
  };
  return {
    change: async () => {
      const wanted = chance.oneOf([...free, ...present.keys()]);
      if (wanted === undefined) return;
      const pkg = present.get(wanted);
      // Others do not change it meanwhile.
      if (pkg ? present.delete(wanted) : free.delete(wanted)) await (pkg ? remove(wanted, pkg) : add(wanted));
    },
    hasRemoved: ({ kind, sha256 = '', of = sha256 }) => kind !== 'document' && removed.has(of),
    offered: () => new Set([first, ...present.values()].flatMap(({ files }) => digestsToName(recipe.documents, files))),
  };
}

async function idOf({ server, slug }: Home, { version }: SamplePackage): Promise<string> {
  const { items } = await bodyOf(server.ask(`${server.in(slug, 'packages')}?per_page=100`), 'PackageList');
  return items.find((item) => item.version === version)?.id ?? '';
}

function anyOf(homes: Storm['homes'], chance: Chance): Home {
  return chance.oneOf(homes) ?? homes[0];
}

function keyOf({ path, accept = '', sha256 = '' }: NamedUrl): string {
  return `${accept} ${path} ${sha256}`;
}

function fail(): never {
  throw new Error('The recipe has no documents to begin with.');
}
