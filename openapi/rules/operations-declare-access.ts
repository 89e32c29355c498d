import type { Context, Operation, Rule, SecurityRequirement } from './rule.ts';

/**
 * Who may call an operation is never an accident: it names scopes, or is public (`security: []`, or `{}` among the
 * alternatives), or says `x-any-valid-token: true` and takes a token of any scopes. So a scope that is lost is noticed.
 */
export const operationsDeclareAccess: Rule = () => {
  let shared: readonly SecurityRequirement[] | undefined;
  return {
    Root({ security }: { readonly security?: readonly SecurityRequirement[] }) {
      shared = security;
    },
    Operation(operation: Operation, { report, location }: Context) {
      const security = operation.security ?? shared;
      const anyToken = operation['x-any-valid-token'] === true;
      const at = operation.security === undefined ? {} : { location: location.child('security') };
      if (security === undefined) return report({ message: 'Nobody is named who may call this: add `security`.' });
      const ways = security.flatMap((requirement) => Object.values(requirement));
      if (ways.some((scopes) => scopes.length === 0) && !anyToken)
        report({ message: 'Name the scopes, or say `x-any-valid-token: true` beside the empty list.', ...at });
      if (anyToken && (ways.length === 0 || ways.some((scopes) => scopes.length > 0)))
        report({ message: '`x-any-valid-token` stands beside empty lists of scopes alone.', ...at });
    },
  };
};
