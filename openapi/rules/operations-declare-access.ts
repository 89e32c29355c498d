import type { Context, Operation, Rule, SecurityRequirement } from './rule.ts';

/**
 * An operation declares its access explicitly: it lists scopes, or is public (`security: []`, or `{}` among the
 * alternatives), or has `x-any-valid-token: true` and accepts a token with any scopes. So a missing scope is detected.
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
      if (security === undefined) return report({ message: 'The access is not declared. Add `security`.' });
      const ways = security.flatMap((requirement) => Object.values(requirement));
      if (ways.some((scopes) => scopes.length === 0) && !anyToken)
        report({ message: 'List the scopes, or add `x-any-valid-token: true` to the operation.', ...at });
      if (anyToken && (ways.length === 0 || ways.some((scopes) => scopes.length > 0)))
        report({ message: '`x-any-valid-token` is allowed only with empty lists of scopes.', ...at });
    },
  };
};
