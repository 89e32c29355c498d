import type { Context, Rule, Schema } from './rule.ts';

/**
 * A schema has properties or alternatives, and not both: generators make a union of its alternatives, and lose the
 * properties beside them or the types of these. `if`, `then` and `else` say which properties go together, and generators
 * leave them out.
 */
export const choicesStandAlone: Rule = () => ({
  Schema(schema: Schema, { report }: Context) {
    const keyword = ['oneOf', 'anyOf'].find((name) => name in schema);
    if (schema.properties !== undefined && keyword !== undefined)
      report({ message: `Use \`if\`, \`then\` and \`else\` here: \`${keyword}\` stands beside \`properties\`.` });
  },
});
