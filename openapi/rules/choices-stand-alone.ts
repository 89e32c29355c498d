import type { Context, Rule, Schema } from './rule.ts';

/**
 * A schema has either properties or alternatives: generators make a union of the alternatives, and lose the properties
 * or their types. `if`, `then` and `else` specify combinations of properties, and generators ignore them.
 */
export const choicesStandAlone: Rule = () => ({
  Schema(schema: Schema, { report }: Context) {
    const keyword = ['oneOf', 'anyOf'].find((name) => name in schema);
    if (schema.properties !== undefined && keyword !== undefined)
      report({ message: `Use \`if\`, \`then\` and \`else\` here: \`${keyword}\` is combined with \`properties\`.` });
  },
});
