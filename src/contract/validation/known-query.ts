/** Queries of descriptions that ignore unknown parameters (`x-ignores-unknown-query`). */
import type { DescribedOperation } from '../description.ts';
import type { RequestTarget } from '../target.ts';

/** Returns a function that removes unknown parameters from a query, if the description ignores them. */
export function createQueryFilter({
  ignoresUnknownQuery,
  parameters,
}: DescribedOperation): (target: RequestTarget) => RequestTarget {
  if (!ignoresUnknownQuery) return (target) => target;
  const known = new Set(parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name));
  return (target) => {
    const { rawQuery, query } = target;
    if (rawQuery === '' || Object.keys(query).every((name) => known.has(name))) return target;
    return {
      ...target,
      rawQuery: rawQuery
        .split('&')
        .filter((pair) => known.has(nameOf(pair)))
        .join('&'),
      query: Object.fromEntries(Object.entries(query).filter(([name]) => known.has(name))),
    };
  };
}

/** Returns the name of a pair, decoded like in `readTarget`. `checkQuery` has checked its encoding. */
function nameOf(pair: string): string {
  const [name = ''] = pair.split('=', 1);
  return decodeURIComponent(name.replaceAll('+', ' '));
}
