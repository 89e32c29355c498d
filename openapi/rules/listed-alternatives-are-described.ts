import { typesOf, type Context, type Reference, type Rule, type Schema } from './rule.ts';

/**
 * An array of objects among alternatives must describe their properties. Generators recognize values by these; the one
 * for `typescript-fetch` sends `{}` instead of an array of objects without properties.
 */
export const listedAlternativesAreDescribed: Rule = () => ({
  Schema(schema: Schema, context: Context) {
    for (const keyword of ['oneOf', 'anyOf'] as const)
      for (const [index, alternative] of (schema[keyword] ?? []).entries()) {
        const { items } = resolved(alternative, context);
        if (typeof items === 'object' && isUndescribed(resolved(items, context)))
          context.report({
            message: 'Describe the properties of the items.',
            location: context.location.child([keyword, index]),
          });
      }
  },
});

function resolved(schema: Schema | Reference, { resolve }: Context): Schema {
  return '$ref' in schema ? resolve<Schema>(schema).node : schema;
}

function isUndescribed(items: Schema): boolean {
  return typesOf(items).includes('object') && items.properties === undefined;
}
