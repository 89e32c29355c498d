/** The named examples of a contract's answers, and which of them fits a request best. */
import type { DescribedOperation, OpenApiDocument } from '../contract/description.ts';
import { shownAnswers, type ShownAnswer } from './described-examples.ts';

/** By status, then by name. Every described status is there. */
export type Examples = ReadonlyMap<number, Readonly<Record<string, unknown>>>;

export function examplesOf(document: OpenApiDocument, operation: DescribedOperation): Examples {
  const shown = Map.groupBy(shownAnswers(document, operation), ({ status }) => status);
  const named = (answers: readonly ShownAnswer[]): Record<string, unknown> =>
    Object.fromEntries(answers.flatMap(({ example, value }) => (example === undefined ? [] : [[example, value]])));
  return new Map([...shown].map(([status, answers]) => [status, named(answers)]));
}

/** The status that is answered when none is preferred. */
export function lowestSuccess(examples: Examples): number {
  return Math.min(...[...examples.keys()].filter((status) => status >= 200 && status < 300));
}

/** Where a request goes: the path, and the query as it was understood. */
export interface Destination {
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * Makes a function that answers which of some examples is about a URL: the links of one example then lead to another
 * that belongs to it, such as from a list to what is in it, or from a page to the next. Undefined when none is.
 */
export function createFitting(all: readonly Examples[]): Fitting {
  const texts = all
    .flatMap((examples) => Object.entries(examples.get(lowestSuccess(examples)) ?? {}))
    .map(([name, value]) => [name, JSON.stringify(value)] as const);
  return (candidates, { path, query }) => {
    // Examples of one name belong together, whatever operation they are of.
    const kin = new Set(texts.filter(([, text]) => mentions(text, path)).map(([name]) => name));
    let best: { readonly name?: string; readonly score: number } = { score: 0 };
    for (const [name, value] of Object.entries(candidates)) {
      const score = (kin.has(name) ? 1 : 0) + sharedParameters(value, query);
      if (score > best.score) best = { name, score };
    }
    return best.name;
  };
}

export type Fitting = (candidates: Readonly<Record<string, unknown>>, destination: Destination) => string | undefined;

/** The URL itself, or one below it. */
function mentions(text: string, path: string): boolean {
  return ['"', '?', '/'].some((end) => text.includes(path + end));
}

/** How many parameters a page has in common with the one that is asked for. */
function sharedParameters(value: unknown, query: Destination['query']): number {
  const { links } = value as { readonly links?: { readonly self?: string } };
  const own = new URL(links?.self ?? 'http://none').searchParams;
  return [...own].filter(([name, text]) => String(query[name]) === text).length;
}
