import { typesOf, type Context, type Rule, type Schema } from './rule.ts';

/**
 * A boolean must not have `const` or `enum`: OpenAPI Generator turns it into an enumeration of text, which does not
 * compile in Java. Its description specifies the value.
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
