import { typesOf, type Context, type Rule, type Schema } from './rule.ts';

/**
 * A boolean may be both true and false: OpenAPI Generator makes an enumeration of text of one that has `const` or `enum`,
 * which does not compile in Java. Its description says which of them it is.
 */
export const booleansAreBoth: Rule = () => ({
  Schema(schema: Schema, { report }: Context) {
    const keyword = ['const', 'enum'].find((name) => name in schema);
    if (keyword !== undefined && typesOf(schema).includes('boolean'))
      report({
        message: `Describe the value in words: \`${keyword}\` of a boolean does not compile in some languages.`,
      });
  },
});
