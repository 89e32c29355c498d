/** The named examples of a contract's responses, and the selection of the best one for a request. */
import type { DescribedOperation, OpenApiDocument } from '../contract/description.ts';
import { shownReplies, type ShownReply } from './described-examples.ts';

/** By status, then by name. Every described status is included. */
export type Examples = ReadonlyMap<number, Readonly<Record<string, unknown>>>;

export function examplesOf(document: OpenApiDocument, operation: DescribedOperation): Examples {
  const shown = Map.groupBy(shownReplies(document, operation), ({ status }) => status);
  const named = (replies: readonly ShownReply[]): Record<string, unknown> =>
    Object.fromEntries(replies.flatMap(({ example, value }) => (example === undefined ? [] : [[example, value]])));
  return new Map([...shown].map(([status, replies]) => [status, named(replies)]));
}

/** The status of the response if the request prefers none. */
export function lowestSuccess(examples: Examples): number {
  return Math.min(...[...examples.keys()].filter((status) => status >= 200 && status < 300));
}

/** The target of a request: the path and the parsed query. */
export interface Destination {
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * Returns a function that returns the example for a URL, so that the links of one example lead to a matching one, such
 * as from a list to its items or to the next page. It returns undefined if no example matches.
 */
export function createFitting(all: readonly Examples[]): Fitting {
  const texts = all
    .flatMap((examples) => Object.entries(examples.get(lowestSuccess(examples)) ?? {}))
    .map(([name, value]) => [name, JSON.stringify(value)] as const);
  return (candidates, { path, query }) => {
    // Examples with the same name belong together, across operations.
    const kin = new Set(texts.filter(([, text]) => mentions(text, path)).map(([name]) => name));
    let best: { readonly name?: string; readonly score: number } = { score: 0 };
    for (const [name, value] of Object.entries(candidates)) {
      const score = (kin.has(name) ? 1 : 0) + sharedParameters(value, { path, query });
      if (score > best.score) best = { name, score };
    }
    return best.name;
  };
}

export type Fitting = (candidates: Readonly<Record<string, unknown>>, destination: Destination) => string | undefined;

/** Returns whether the URL is the given one or below it. */
function mentions(text: string, path: string): boolean {
  return ['"', '?', '/'].some((end) => text.includes(path + end));
}

/** Returns the number of query parameters that a page shares with the requested one; none for a page of another list. */
function sharedParameters(value: unknown, { path, query }: Destination): number {
  const { links } = value as { readonly links?: { readonly self?: string } };
  const { pathname, searchParams } = new URL(links?.self ?? 'http://none');
  return pathname === path ? [...searchParams].filter(([name, text]) => String(query[name]) === text).length : 0;
}
