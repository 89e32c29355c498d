/** The facts about a registry that its documents may contain. Documents are out of date if one that they use changes. */
import type { SigningKey } from '../../model/entries.ts';
import type { PartRendering } from '../../storage/documents.ts';
import type { About } from '../documents.ts';

export interface Facts {
  readonly edition: number;
  /** The slugs. */
  readonly organization: string;
  readonly registry: string;
  readonly publicUrl: string;
}

/** The names of used facts. */
type Used = Set<keyof Facts>;

/** Returns the facts for a rendering, and a function that returns those which it has used so far, as text. */
export function watchFacts(
  facts: Facts,
  { date, signingKey }: { readonly date: Date; readonly signingKey: SigningKey | undefined },
): { readonly about: About; readonly basis: () => string } {
  const used: Used = new Set(['edition']);
  const use = (name: Exclude<keyof Facts, 'edition'>): string => {
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
    date,
    signingKey,
  };
  return {
    about,
    basis: () => JSON.stringify(Object.fromEntries([...used].sort().map((name) => [name, facts[name]]))),
  };
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
