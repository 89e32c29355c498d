import { typesOf, type Context, type Rule, type Schema } from './rule.ts';

/**
 * An array must not be combined with other types: generators use the first type of the list and drop the array, or
 * fail.
 */
export const arraysStandAlone: Rule = () => ({
  Schema(schema: Schema, { location, report }: Context) {
    const types = typesOf(schema);
    if (types.length > 1 && types.includes('array'))
      report({ message: 'Make the array an alternative of `oneOf`.', location: location.child('type') });
  },
});
