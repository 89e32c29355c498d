import type { Context, Rule, Schema } from './rule.ts';

/** Generators for Java give each property a method of its name: one that every object has does not compile. */
export const propertiesAreNotMethods: Rule = () => ({
  Schema({ properties = {} }: Schema, { report, location }: Context) {
    for (const name of Object.keys(properties))
      if (methods.has(name))
        report({
          message: `Rename \`${name}\`: every object of Java has a method of this name.`,
          location: location.child('properties').child(name),
        });
  },
});

/** Of java.lang.Object. */
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
