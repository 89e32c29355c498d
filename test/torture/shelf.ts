/**
 * What clients know of the packages: what an answer promised, and what nobody was told. A package is known by its
 * registry and its version, so that it is known too when the answer with its id was lost.
 */

export interface Known {
  readonly registry: string;
  readonly version: string;
  readonly sha256: string;
  /** Whether it was published or deleted by a request that was never answered. */
  unsure: boolean;
  /** Whether a request that may change it is under way. */
  busy: boolean;
  /** Undefined until an answer or a list tells it. */
  id: string | undefined;
}

export interface Shelf {
  all(): readonly Known[];
  find(registry: string, version: string): Known | undefined;
  /** Before a request that may make it. */
  expect(registry: string, version: string, sha256: string): Known;
  remove(known: Known): void;
  /** Whether a package of this name is known to have gone. */
  hasGone(registry: string, version: string): boolean;
}

export function createShelf(): Shelf {
  const known = new Map<string, Known>();
  const gone = new Set<string>();
  const keyOf = (registry: string, version: string): string => `${registry}/${version}`;
  return {
    all: () => [...known.values()],
    find: (registry, version) => known.get(keyOf(registry, version)),
    expect: (registry, version, sha256) => {
      const one: Known = { registry, version, sha256, unsure: true, busy: true, id: undefined };
      known.set(keyOf(registry, version), one);
      return one;
    },
    remove: ({ registry, version }) => {
      known.delete(keyOf(registry, version));
      gone.add(keyOf(registry, version));
    },
    hasGone: (registry, version) => gone.has(keyOf(registry, version)),
  };
}
