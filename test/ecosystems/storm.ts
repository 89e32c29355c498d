/**
 * A storm of changes in one registry, while clients read its documents: every URL that a document names must return the
 * bytes that the document specifies, as long as a client can hold the document.
 */
import { expect } from 'vitest';
import { chanceFrom, type Chance } from '../torture/chance.ts';
import { compare, fetchFrom, followAll } from './follow.ts';
import {
  can,
  type Documented,
  type DocumentsRecipe,
  type DocumentUrl,
  type Home,
  type NamedUrl,
  type Recipe,
} from './recipe.ts';
import { anyOf, openChanges, type Changes, type Homes } from './storm-changes.ts';

export interface Storm {
  readonly homes: Homes;
  readonly changes: number;
  /** In seconds: the storm continues for at least this time. */
  readonly seconds?: number;
  readonly seed: string;
}

/** The number of callers that change the registry and read it, concurrently. */
const callers = 4;

/** The number of documents that a client reads of those that a list names. It holds them all. */
const followed = 3;

/** Returns the recipe, if the ecosystem has documents. */
export function withDocuments(recipe: Recipe): Documented[] {
  return can(recipe.documents) ? [{ ...recipe, documents: recipe.documents }] : [];
}

/** Fails if a document ever names a URL whose bytes are not those that it specifies. */
export async function storm(recipe: Documented, { homes, changes, seconds = 0, seed }: Storm): Promise<void> {
  const { documents } = recipe;
  const chance = chanceFrom(seed);
  const registry = await openChanges(recipe, homes, chance);
  const held = new Map<string, NamedUrl>();
  let left = changes;
  const end = performance.now() + 1000 * seconds;
  const call = async (): Promise<void> => {
    while (left > 0 || performance.now() < end) {
      left -= 1;
      await registry.makeOne();
      const root = chance.oneOf(documents.roots) ?? fail();
      for (const named of await readSome(documents, anyOf(homes, chance), root, chance)) held.set(keyOf(named), named);
      await check(anyOf(homes, chance), chance.oneOf([...held.values()]), registry);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  for (const named of held.values()) await check(anyOf(homes, chance), named, registry);
  for (const home of homes) {
    const files = await followAll(documents, home);
    expect(new Set(files.map(({ sha256 }) => sha256))).toEqual(registry.toName());
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
async function check(home: Home, named: NamedUrl | undefined, registry: Changes): Promise<void> {
  if (named === undefined) return;
  const fetched = await fetchFrom(home, named);
  if (fetched.status === 404 && registry.hasRemoved(named)) return;
  compare(named, fetched);
}

function keyOf({ path, accept = '', sha256 = '', sha512 = '' }: NamedUrl): string {
  return `${accept} ${path} ${sha256} ${sha512}`;
}

function fail(): never {
  throw new Error('The recipe has no documents to begin with.');
}
