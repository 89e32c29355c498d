import type { Context, Operation, Rule, Schema, SecurityRequirement } from './rule.ts';

/**
 * `x-conditional-scopes` lists the scopes that only some requests need. The operation must have a caller, and each
 * scope must exist in the schema `Scope`, if the description has it.
 */
export const conditionalScopesAreDeclared: Rule = () => {
  let shared: readonly SecurityRequirement[] = [];
  let known: unknown;
  return {
    Root({ security = [], components }: Root, { resolve }: Context) {
      shared = security;
      const { Scope } = components?.schemas ?? {};
      known = Scope && resolve<Schema>(Scope, undefined).node['enum'];
    },
    Operation(operation: Operation, { report, location }: Context) {
      const scopes = operation['x-conditional-scopes'];
      if (scopes === undefined) return;
      const at = location.child('x-conditional-scopes');
      const ways = (operation.security ?? shared).flatMap((requirement) => Object.values(requirement));
      if (ways.length === 0)
        report({ message: 'Callers have no scopes here. Declare credentials in `security`.', location: at });
      if (!Array.isArray(scopes) || scopes.length === 0 || new Set(scopes).size < scopes.length)
        return report({ message: 'List each scope once, and at least one.', location: at });
      for (const [index, scope] of scopes.entries())
        if (Array.isArray(known) && !known.includes(scope))
          report({ message: `\`${scope}\` is not a scope.`, location: at.child(index) });
    },
  };
};

interface Root {
  readonly security?: readonly SecurityRequirement[];
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}
