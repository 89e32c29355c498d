import type { Context, Operation, Response, Rule } from './rule.ts';

const problem = 'application/problem+json';

/**
 * Every failure has a remedy: its description has the cause and, in another sentence, the remedy. Its body has a named
 * example, which the mock returns, and the format of all failures of the description:
 * `x-failure` at its root lists their media types, and without it they are problems (RFC 9457). Clients of an operation
 * with `x-for-browsers` prefer HTML, so they get no other type.
 */
export const problemsHelp: Rule = () => {
  let ofAll: readonly string[] = [problem];
  let types = ofAll;
  return {
    Root({ 'x-failure': own }: { readonly 'x-failure'?: readonly string[] }) {
      ofAll = own ?? ofAll;
      types = ofAll;
    },
    Operation: {
      enter(operation: Operation) {
        types = operation['x-for-browsers'] === true ? ['text/html'] : ofAll;
      },
      leave() {
        types = ofAll;
      },
    },
    Response({ description = '', content = {} }: Response, { key, location, report, resolve }: Context) {
      if (!/^[45]/.test(String(key))) return;
      if (sentences(description) < 2) {
        const message = 'Describe the cause and, in another sentence, the remedy.';
        report({ message, location: location.child('description') });
      }
      const described = Object.keys(content);
      if (described.length !== types.length || !types.every((type) => described.includes(type)))
        return report({
          message: `The media types of a failure must be \`${types.join('` and `')}\`.`,
          location: location.child('content'),
        });
      for (const [type, { examples = {} }] of Object.entries(content)) {
        const at = location.child(['content', type, 'examples']);
        if (Object.keys(examples).length === 0)
          report({ message: 'Add a named example of the failure.', location: at });
        for (const [name, example] of type === problem ? Object.entries(examples) : []) {
          const { status } = (resolve(example).node.value ?? {}) as { readonly status?: unknown };
          if (String(status) !== String(key))
            report({ message: `The example's \`status\` is not ${key}.`, location: at.child(name) });
        }
      }
    },
  };
};

/** Full stops at the end or before a space. The texts have no abbreviations. */
function sentences(text: string): number {
  return text.trim().match(/[.!?](?=\s|$)/g)?.length ?? 0;
}
