/**
 * The packages as clients expect them: changes that were confirmed by a response, and changes whose result is unknown.
 * A package is identified by its registry and version, because the response with its id may be lost.
 */
import type { Schemas } from './api.ts';

export interface Known extends Required<Content> {
  readonly registry: string;
  readonly version: string;
  /** Whether a request without a response may have published or deleted it. */
  unsure: boolean;
  /** Whether a request that may change it is under way. */
  busy: boolean;
  /** Increases with each such request. */
  touched: number;
  /** Undefined until a response or a list contains it. */
  id: string | undefined;
  /** Undefined while a request that changes it has no response. */
  standing: Schemas['PackageStanding'] | undefined;
}

/** The bytes of a package, and its relations to others of its registry, by their versions. */
export interface Content {
  /** The digest of its main file. */
  readonly sha256: string;
  /** The SHA-256 of its other files, in their order; by default, none. */
  readonly others?: readonly string[];
  /** The packages that it needs; by default, none. */
  readonly needs?: readonly string[];
  /** The package that it is about; by default, none. */
  readonly subject?: string | undefined;
}

export interface Shelf {
  all(): readonly Known[];
  find(registry: string, version: string): Known | undefined;
  /** Before a request that may make it. */
  expect(registry: string, version: string, content: Content): Known;
  remove(known: Known): void;
  /** Returns the SHA-256 of the packages of a registry that are known to have gone, by version. */
  gone(registry: string): ReadonlyMap<string, string>;
}

export function createShelf(): Shelf {
  const known = new Map<string, Known>();
  const gone = new Map<string, Map<string, string>>();
  const keyOf = (registry: string, version: string): string => `${registry}/${version}`;
  return {
    all: () => [...known.values()],
    find: (registry, version) => known.get(keyOf(registry, version)),
    expect: (registry, version, { sha256, others = [], needs = [], subject }) => {
      const state = { unsure: true, busy: true, touched: 1, id: undefined, standing: 'offered' } as const;
      const one: Known = { registry, version, sha256, others, needs, subject, ...state };
      known.set(keyOf(registry, version), one);
      gone.get(registry)?.delete(version);
      return one;
    },
    remove: ({ registry, version, sha256 }) => {
      known.delete(keyOf(registry, version));
      const removed = gone.get(registry) ?? new Map<string, string>();
      gone.set(registry, removed.set(version, sha256));
    },
    gone: (registry) => new Map(gone.get(registry)),
  };
}

/** Returns whether a package needs this one, or is about it. */
export function isReferredTo(shelf: Shelf, { registry, version }: Known): boolean {
  return shelf
    .all()
    .some((one) => one.registry === registry && (one.needs.includes(version) || one.subject === version));
}

/** Returns the packages that a package needs, directly or not. */
export function neededBy(shelf: Shelf, { registry, needs }: Known): readonly Known[] {
  const found = new Set<Known>();
  const visit = (versions: readonly string[]): void => {
    for (const version of versions) {
      const one = shelf.find(registry, version);
      if (!one || found.has(one)) continue;
      found.add(one);
      visit(one.needs);
    }
  };
  visit(needs);
  return [...found];
}

/** Returns whether others can refer to a package: clients can read it, and no request is about to change that. */
export function isPresent({ busy, unsure, standing }: Known): boolean {
  return !busy && !unsure && (standing === 'offered' || standing === 'unlisted');
}

/** Called before a request that may change a package. */
export function touch(known: Known): void {
  known.busy = true;
  known.touched += 1;
}
