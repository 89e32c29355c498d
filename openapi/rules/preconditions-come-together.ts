import type { Context, Operation, Parameter, PathItem, Rule } from './rule.ts';

/** Grouped by the compared value (RFC 9110, section 13.1): the ETag, or the date of the last change. */
const pairs = [
  ['if-match', 'if-none-match'],
  ['if-unmodified-since', 'if-modified-since'],
] as const;

/**
 * An operation that reads a precondition also reads its counterpart: a server evaluates all of them or none
 * (RFC 9110, section 13.2).
 */
export const preconditionsComeTogether: Rule = () => {
  let ofPath: readonly Parameter[] = [];
  return {
    PathItem({ parameters = [] }: PathItem, { resolve }: Context) {
      ofPath = parameters.map((parameter) => resolve(parameter).node);
    },
    Operation({ parameters = [] }: Operation, { location, report, resolve }: Context) {
      const all = [...ofPath, ...parameters.map((parameter) => resolve(parameter).node)];
      const names = new Set(all.map(({ name = '' }) => name.toLowerCase()));
      for (const pair of pairs) {
        const missing = pair.filter((name) => !names.has(name));
        if (missing.length !== 1) continue;
        report({
          message: `Describe \`${missing[0]}\`, too: its counterpart is described.`,
          location: location.child('parameters'),
        });
      }
    },
  };
};
