import type { Context, Operation, Rule } from './rule.ts';

const verbs: Readonly<Record<string, readonly string[]>> = {
  get: ['get', 'list', 'show', 'redirectTo'],
  post: ['create', 'publish', 'copy', 'update', 'store', 'explain'],
  put: ['replace'],
  patch: ['patch'],
  delete: ['delete', 'revoke'],
};

/**
 * An operationId is a verb that fits the method, and what it is about: it is the name of a function in every client. Of a
 * `list` the noun is in the plural. The verbs are a closed list; a new one is added here on purpose.
 */
export const operationIdsSayWhat: Rule = () => ({
  Operation({ operationId = '' }: Operation, { key, location, report }: Context) {
    const known = verbs[String(key)] ?? [];
    const [, verb, noun] = new RegExp(`^(${known.join('|')})((?:[A-Z][a-z0-9]+)+)$`).exec(operationId) ?? [];
    const at = location.child('operationId');
    if (verb === undefined || noun === undefined)
      report({ message: `Begin with ${known.join(', ')}, then name what it is about, in camelCase.`, location: at });
    else if (verb === 'list' && !noun.endsWith('s'))
      report({ message: 'A list is of several: use the plural.', location: at });
  },
});
