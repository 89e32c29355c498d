import type { Context, Operation, Rule } from './rule.ts';

const verbs: Readonly<Record<string, readonly string[]>> = {
  get: ['get', 'list', 'search', 'show', 'redirectTo'],
  post: ['create', 'publish', 'copy', 'update', 'store', 'explain', 'withdraw', 'restore', 'end'],
  put: ['replace', 'set', 'publish', 'finish'],
  patch: ['patch', 'append'],
  delete: ['delete', 'revoke', 'cancel'],
};

/**
 * An operationId is a verb that fits the method, and a noun: it is the name of a function in every client. The noun of
 * a `list` is in the plural. The verbs are a closed list; add a new one here deliberately.
 */
export const operationIdsSayWhat: Rule = () => ({
  Operation({ operationId = '' }: Operation, { key, location, report }: Context) {
    const known = verbs[String(key)] ?? [];
    const [, verb, noun] = new RegExp(`^(${known.join('|')})((?:[A-Z][a-z0-9]+)+)$`).exec(operationId) ?? [];
    const at = location.child('operationId');
    if (verb === undefined || noun === undefined)
      report({ message: `Begin with ${known.join(', ')}, followed by a noun, in camelCase.`, location: at });
    else if (verb === 'list' && !noun.endsWith('s')) report({ message: 'Use the plural for a list.', location: at });
  },
});
