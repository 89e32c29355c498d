import type { Context, Rule, Schema } from './rule.ts';

/**
 * An object does not have `const` in each of its properties: orval makes a constant of such an object, which is not valid
 * TypeScript if the object may have further properties. An `enum` of one value says the same.
 */
export const objectsAreNotConstants: Rule = () => ({
  Schema({ properties = {} }: Schema, { report }: Context) {
    const all = Object.values(properties);
    if (all.length > 0 && all.every((property) => 'const' in property))
      report({ message: 'Use an `enum` of one value in place of a `const`: all properties have one.' });
  },
});
