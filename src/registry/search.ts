/** Searches the names of an organization, page by page. */
import { Failure } from '../model/failure.ts';
import type { EcosystemId } from '../model/values.ts';
import type { FoundName, FoundRegistry, NamePosition, SearchPlace } from '../storage/names.ts';
import type { Larder } from './larder.ts';

export interface SearchQuery {
  readonly text: string;
  /** A cursor of an earlier page. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface SearchPage {
  readonly items: readonly FoundName[];
  /** The cursor of the next page; undefined if this is the last one. */
  readonly next: string | undefined;
}

/** Throws `unusable-cursor`. */
export async function searchNames(
  { catalog }: Larder,
  place: SearchPlace,
  { text, after, limit }: SearchQuery,
): Promise<SearchPage> {
  const position = after === undefined ? undefined : positionOf(after);
  const found = await catalog.names.search(place, { text, after: position, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? cursorOf(last) : undefined };
}

/** The number of names that are counted: SQLite takes a few milliseconds for them. */
const mostCounted = 1000;

export interface Facets {
  /** Whether all found names are counted. */
  readonly complete: boolean;
  /** Both with the most names first. */
  readonly ecosystems: readonly { readonly ecosystem: EcosystemId; readonly names: number }[];
  readonly registries: readonly { readonly registry: FoundRegistry; readonly names: number }[];
}

/** Counts the found names by ecosystem and by registry. Counts the first 1,000 only, so that the cost is bounded. */
export async function countNames({ catalog }: Larder, place: SearchPlace, text: string): Promise<Facets> {
  const registries = await catalog.names.count(place, text, mostCounted);
  const byEcosystem = new Map<EcosystemId, number>();
  let all = 0;
  for (const { registry, names } of registries) {
    all += names;
    byEcosystem.set(registry.ecosystem, names + (byEcosystem.get(registry.ecosystem) ?? 0));
  }
  const ecosystems = [...byEcosystem].map(([ecosystem, names]) => ({ ecosystem, names, label: ecosystem }));
  const labelled = registries.map((count) => ({ ...count, label: count.registry.slug }));
  return {
    complete: all < mostCounted,
    ecosystems: ecosystems.toSorted(mostFirst),
    registries: labelled.toSorted(mostFirst),
  };
}

interface Counted {
  readonly names: number;
  readonly label: string;
}

function mostFirst(a: Counted, b: Counted): number {
  return b.names - a.names || (a.label < b.label ? -1 : 1);
}

/** A cursor has the position itself, so it stays valid after the name is deleted. */
function cursorOf({ number, key }: NamePosition): string {
  return Buffer.from(`${number} ${key}`).toString('base64url');
}

function positionOf(cursor: string): NamePosition {
  const [, number, key] = /^(\d{1,15}) (.+)$/su.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (number !== undefined && key !== undefined) return { number: Number(number), key };
  throw new Failure(
    'unusable-cursor',
    `The cursor "${cursor}" is not part of this list. Start again at the first page.`,
  );
}
