/**
 * The packages as clients expect them: changes that were confirmed by a response, and changes whose result is unknown.
 * A package is identified by its registry and version, because the response with its id may be lost.
 */
import type { Schemas } from './api.ts';

export interface Known {
  readonly registry: string;
  readonly version: string;
  readonly sha256: string;
  /** Whether a request without a response may have published or deleted it. */
  unsure: boolean;
  /** Whether a request that may change it is under way. */
  busy: boolean;
  /** Undefined until a response or a list contains it. */
  id: string | undefined;
  /** Undefined while a request that changes it has no response. */
  standing: Schemas['PackageStanding'] | undefined;
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
      const one: Known = { registry, version, sha256, unsure: true, busy: true, id: undefined, standing: 'offered' };
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
