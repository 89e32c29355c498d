/** Random changes of one registry, by several callers, and the packages that its documents have to name afterwards. */
import path from 'node:path';
import { expect } from 'vitest';
import { digestsOf } from '../fixtures/local-file.ts';
import { createRegistry } from '../fixtures/server.ts';
import type { Chance } from '../torture/chance.ts';
import { digestsToName } from './follow.ts';
import type { Documented, Home, NamedUrl, Recipe, SamplePackage } from './recipe.ts';
import { copy, firstDoor, remove, setStanding } from './registries.ts';

/** Each server's view of one registry. */
export type Homes = readonly [Home, ...Home[]];

export interface Changes {
  /** Publishes, copies, unlists, withdraws or deletes a package. */
  makeOne(): Promise<void>;
  /** Returns whether the file of a URL was ever removed. */
  hasRemoved(named: NamedUrl): boolean;
  /** Returns the digests of the files that documents have to name. */
  toName(): ReadonlySet<string>;
  /** Returns the packages that no caller is changing, by number. */
  settled(): ReadonlyMap<number, Settled>;
}

export interface Settled {
  readonly package: SamplePackage;
  readonly state: 'offered' | 'unlisted' | 'absent';
  /** How often it was changed. */
  readonly changes: number;
}

interface Present {
  readonly package: SamplePackage;
  readonly isUnlisted: boolean;
}

const published = [1, 2, 3, 4, 5, 6];
const copied = [50, 51, 52, 53];

/** Publishes the first package, which is never removed, so that the project always exists. */
export async function openChanges(recipe: Documented, homes: Homes, chance: Chance): Promise<Changes> {
  const { documents } = recipe;
  const door = firstDoor(recipe);
  const source = await openSource(recipe, homes[0]);
  const first = { package: await recipe.build(0), isUnlisted: false };
  await door.publish(homes[0], first.package);
  /** By number. A number that a caller changes is in neither collection. */
  const present = new Map<number, Present>();
  const free = new Set([...published, ...copied]);
  /** Their versions, the digests of their files, of every kind, and the names for documents without digests. */
  const removed = new Set<string>();
  const packages = new Map<number, SamplePackage>([[0, first.package]]);
  for (const number of free) packages.set(number, await recipe.build(number));
  const changed = new Map<number, number>();

  const add = async (number: number): Promise<void> => {
    const home = anyOf(homes, chance);
    const pkg = packages.get(number) ?? first.package;
    if (copied.includes(number)) expect((await copy({ ...source, server: home.server }, pkg, home)).status).toBe(200);
    else await door.publish(home, pkg);
    present.set(number, { package: pkg, isUnlisted: false });
  };
  const take = async (number: number, { package: pkg, isUnlisted }: Present): Promise<void> => {
    const home = anyOf(homes, chance);
    if (chance.next() < 0.4) {
      await setStanding(home, pkg, isUnlisted ? 'offer' : 'unlist');
      present.set(number, { package: pkg, isUnlisted: !isUnlisted });
      return;
    }
    removed.add(pkg.version);
    for (const { name, bytes } of pkg.files)
      for (const known of [name, ...Object.values(digestsOf(bytes))]) removed.add(known);
    if (chance.next() < 0.5) await setStanding(home, pkg, 'withdraw');
    await remove(anyOf(homes, chance), pkg);
    free.add(number);
  };
  return {
    makeOne: async () => {
      const number = chance.oneOf([...free, ...present.keys()]);
      if (number === undefined) return;
      const found = present.get(number);
      changed.set(number, (changed.get(number) ?? 0) + 1);
      if (found ? present.delete(number) : free.delete(number)) await (found ? take(number, found) : add(number));
    },
    hasRemoved: ({ kind, path: at, sha256, sha512, of = sha256 ?? sha512 }) =>
      kind !== 'document' && removed.has(of ?? path.posix.basename(at)),
    toName: () => {
      const named = [first, ...present.values()].filter(
        ({ isUnlisted }) => !isUnlisted || documents.unlisted === 'named',
      );
      return new Set(named.flatMap(({ package: { files } }) => digestsToName(documents, files)));
    },
    settled: () => {
      const settled = new Map<number, Settled>();
      for (const [number, pkg] of packages) {
        const found = number === 0 ? first : present.get(number);
        if (found === undefined && !free.has(number)) continue;
        const state = found === undefined ? 'absent' : found.isUnlisted ? 'unlisted' : 'offered';
        settled.set(number, { package: pkg, state, changes: changed.get(number) ?? 0 });
      }
      return settled;
    },
  };
}

/** Creates a registry with the packages to copy. */
async function openSource(recipe: Recipe, home: Home): Promise<Home> {
  const source = { ...home, slug: `${home.slug}-source`, url: `${home.url}-source` };
  await createRegistry(home.server, source.slug, recipe.ecosystem);
  for (const number of copied) await firstDoor(recipe).publish(source, await recipe.build(number));
  return source;
}

export function anyOf(homes: Homes, chance: Chance): Home {
  return chance.oneOf(homes) ?? homes[0];
}
