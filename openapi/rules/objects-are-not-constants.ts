import type { Context, Rule, Schema } from './rule.ts';

/**
 * An object must not have `const` in each of its properties: orval generates a constant, which is not valid TypeScript
 * if the object may have other properties. An `enum` of one value is equivalent.
 */
export const objectsAreNotConstants: Rule = () => ({
  Schema({ properties = {} }: Schema, { report }: Context) {
    const all = Object.values(properties);
    if (all.length > 0 && all.every((property) => 'const' in property))
      report({ message: 'Use an `enum` of one value instead of a `const`: all properties have one.' });
  },
});
