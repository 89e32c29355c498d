import type { Context, Rule, Schema } from './rule.ts';

/** Generators for Java create a method for each property, which does not compile if every object has that method. */
export const propertiesAreNotMethods: Rule = () => ({
  Schema({ properties = {} }: Schema, { report, location }: Context) {
    for (const name of Object.keys(properties))
      if (methods.has(name))
        report({
          message: `Rename \`${name}\`: every Java object has a method with this name.`,
          location: location.child('properties').child(name),
        });
  },
});

/** The methods of java.lang.Object. */
const methods: ReadonlySet<string> = new Set([
  'clone',
  'equals',
  'finalize',
  'getClass',
  'hashCode',
  'notify',
  'notifyAll',
  'toString',
  'wait',
]);
