import type { Context, Response, Rule } from './rule.ts';

const mediaType = 'application/problem+json';

/**
 * Every error can be acted on: its description says when it happens and, in a further sentence, how to get out of it;
 * its body is a problem (RFC 9457) with an example by name, which the mock answers.
 */
export const problemsHelp: Rule = () => ({
  Response({ description = '', content = {} }: Response, { key, location, report, resolve }: Context) {
    if (!/^[45]/.test(String(key))) return;
    if (sentences(description) < 2) {
      const message = 'Say when this happens and, in a further sentence, how to get out of it.';
      report({ message, location: location.child('description') });
    }
    const problem = content[mediaType];
    if (!problem || Object.keys(content).length > 1)
      return report({
        message: `An error is \`${mediaType}\`, and nothing else.`,
        location: location.child('content'),
      });
    const at = location.child(['content', mediaType, 'examples']);
    const examples = Object.entries(problem.examples ?? {});
    if (examples.length === 0) return report({ message: 'Show an example of the problem, by name.', location: at });
    for (const [name, example] of examples) {
      const { status } = (resolve(example).node.value ?? {}) as { readonly status?: unknown };
      if (String(status) !== String(key))
        report({ message: `The example's \`status\` is not ${key}.`, location: at.child(name) });
    }
  },
});

/** Stops at the end or before a space; abbreviations do not occur in our prose. */
function sentences(text: string): number {
  return text.trim().match(/[.!?](?=\s|$)/g)?.length ?? 0;
}
