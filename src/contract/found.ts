/** Resolves the parameters of a request with the resolvers of its service. */
import type { Env } from './operation.ts';
import type { Route } from './service.ts';

/**
 * Resolves path parameters in their order, then parameters of the query with `x-resolves`, each under its own name.
 * Rejects with the error of the first resource that does not exist or that the caller has no access to.
 */
export async function findNamed<S extends Env>(
  { resolvers, pathNames, resolved }: Pick<Route<S>, 'resolvers' | 'pathNames' | 'resolved'>,
  { path, query }: { readonly path: Values<string>; readonly query: Values<unknown> },
  caller: () => S['caller'],
): Promise<Partial<S['found']>> {
  const found: Partial<S['found']> = {};
  for (const name of pathNames) {
    if (!(name in resolvers)) continue;
    const key = name as keyof S['found'];
    found[key] = await resolvers[key](path[name] ?? '', found, caller);
  }
  const ofQuery: Record<string, unknown> = {};
  for (const { name, as } of resolved) {
    const value = query[name];
    // A description without resolvers, as in the mock, resolves nothing.
    if (typeof value === 'string' && as in resolvers)
      ofQuery[name] = await resolvers[as as keyof S['found']](value, found, caller);
  }
  return { ...found, ...ofQuery };
}

type Values<Value> = Readonly<Record<string, Value>>;
