/** The facts about a registry that its documents may contain. Documents are out of date if one that they use changes. */
import type { RegistryKey } from '../../model/records.ts';
import type { PartRendering } from '../../storage/documents.ts';
import type { About, IndexCompression } from '../documents.ts';

export interface Facts {
  readonly edition: number;
  /** The slugs. */
  readonly organization: string;
  readonly registry: string;
  readonly publicUrl: string;
  readonly indexCompression: IndexCompression;
  /** The number of the newest signing key. */
  readonly keyNumber: number;
}

/** What `about` depends on so far. */
export interface WatchedFacts {
  readonly about: About;
  /** Returns the facts that were used, as text. */
  basis(): string;
  /** Returns when the first of the keys that were used expires; null if none does. */
  expiresAt(): Date | null;
}

/** The names of used facts. */
type Used = Set<keyof Facts>;

/** Returns the facts for a rendering. */
export function watchFacts(
  facts: Facts,
  { date, signingKeys }: { readonly date: Date; readonly signingKeys: readonly RegistryKey[] },
): WatchedFacts {
  const used: Used = new Set(['edition']);
  const use = <Name extends keyof Facts>(name: Name): Facts[Name] => {
    used.add(name);
    return facts[name];
  };
  const about: About = {
    get organization() {
      return use('organization');
    },
    get registry() {
      return use('registry');
    },
    get publicUrl() {
      return use('publicUrl');
    },
    get indexCompression() {
      return use('indexCompression');
    },
    date,
    get signingKeys() {
      use('keyNumber');
      return signingKeys;
    },
  };
  return {
    about,
    basis: () => JSON.stringify(Object.fromEntries([...used].sort().map((name) => [name, facts[name]]))),
    expiresAt: () => (used.has('keyNumber') ? earliest(signingKeys.map(({ expiresAt }) => expiresAt)) : null),
  };
}

/** Returns null if there is none. */
export function earliest(times: readonly (Date | null)[]): Date | null {
  return times.reduce((one, other) => (one === null || (other !== null && other < one) ? other : one), null);
}

/** Returns whether the facts that a rendering depends on are unchanged. */
export function isUnchanged({ basis }: PartRendering, facts: Facts): boolean {
  // Only `watchFacts` writes these texts.
  const used = JSON.parse(basis) as Partial<Facts>;
  return Object.entries(used).every(([name, value]) => facts[name as keyof Facts] === value);
}

/** Returns whether a rendering includes a revision, and neither its facts have changed nor has it expired. */
export function isCurrent(
  rendering: PartRendering | undefined,
  revision: number,
  facts: Facts,
  now: Date,
): rendering is PartRendering {
  if (rendering === undefined || rendering.rendered < revision) return false;
  if (rendering.expiresAt !== null && rendering.expiresAt <= now) return false;
  return isUnchanged(rendering, facts);
}
