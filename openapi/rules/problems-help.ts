import type { Context, Response, Rule } from './rule.ts';

const problem = 'application/problem+json';

/**
 * Every error can be acted on: its description says when it happens and, in a further sentence, how to get out of it.
 * Its body has an example by name, which the mock answers, and the form that all failures of the description have:
 * `x-failure` at its root lists their media types, and without it they are problems (RFC 9457).
 */
export const problemsHelp: Rule = () => {
  let types: readonly string[] = [problem];
  return {
    Root({ 'x-failure': own }: { readonly 'x-failure'?: readonly string[] }) {
      types = own ?? types;
    },
    Response({ description = '', content = {} }: Response, { key, location, report, resolve }: Context) {
      if (!/^[45]/.test(String(key))) return;
      if (sentences(description) < 2) {
        const message = 'Say when this happens and, in a further sentence, how to get out of it.';
        report({ message, location: location.child('description') });
      }
      const described = Object.keys(content);
      if (described.length !== types.length || !types.every((type) => described.includes(type)))
        return report({
          message: `An error is \`${types.join('` and `')}\`, and nothing else.`,
          location: location.child('content'),
        });
      for (const [type, { examples = {} }] of Object.entries(content)) {
        const at = location.child(['content', type, 'examples']);
        if (Object.keys(examples).length === 0)
          report({ message: 'Show an example of the error, by name.', location: at });
        for (const [name, example] of type === problem ? Object.entries(examples) : []) {
          const { status } = (resolve(example).node.value ?? {}) as { readonly status?: unknown };
          if (String(status) !== String(key))
            report({ message: `The example's \`status\` is not ${key}.`, location: at.child(name) });
        }
      }
    },
  };
};

/** Stops at the end or before a space; abbreviations do not occur in our prose. */
function sentences(text: string): number {
  return text.trim().match(/[.!?](?=\s|$)/g)?.length ?? 0;
}
