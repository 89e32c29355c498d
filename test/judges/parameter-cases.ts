/** Every parameter that may be left out, in a request that succeeds with it. */
import { shownParameters } from '../../src/mock/described-examples.ts';
import type { Things } from '../client/targets.ts';
import type { Draft } from '../examples/draft.ts';
import { shownCases, type ShownCase } from '../examples/shown-cases.ts';

export interface ParameterCase {
  readonly id: string;
  readonly shown: ShownCase;
  readonly parameter: string;
  /** Adds the parameter to a request. */
  readonly draftWith: (draft: Draft, things: Things) => Draft;
}

const successes = new Map(
  shownCases.filter(({ status }) => status === 200 || status === 303).map((shown) => [shown.id, shown]),
);

export const parameterCases: readonly ParameterCase[] = [...successes.values()].flatMap((shown) => {
  const examples = shownParameters(shown.document, shown.operation);
  return shown.operation.parameters
    .filter(({ required }) => !required)
    .map(({ name, in: place }) => ({
      id: shown.id,
      shown,
      parameter: name,
      draftWith: (draft, things) => {
        const value = { [name]: special(shown.id, name, things) ?? examples[name] ?? '' };
        return place === 'query'
          ? { ...draft, query: { ...draft.query, ...value } }
          : { ...draft, headers: { ...draft.headers, ...value } };
      },
    }));
});

/** What holds on every server; the package, the digest and the date of the examples are on none. */
function special(id: string, name: string, things: Things): string | undefined {
  // The cursor of a search is a position.
  if (id === 'searchPackages' && name === 'after') return Buffer.from('1 a').toString('base64url');
  if (name === 'registry') return things.registry;
  if (name === 'after' || name === 'before') return things.package;
  if (name === 'If-Match') return '*';
  return name === 'If-Unmodified-Since' ? new Date(Date.now() + 86_400_000).toUTCString() : undefined;
}
