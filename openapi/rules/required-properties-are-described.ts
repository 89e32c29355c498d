import type { Context, Rule, Schema } from './rule.ts';

/**
 * A schema with properties describes those that it requires. One without is about the properties of the schema around
 * it, as in `if`, which Redocly's own rule does not see.
 */
export const requiredPropertiesAreDescribed: Rule = () => ({
  Schema({ properties, required = [] }: Schema, { location, report }: Context) {
    if (properties === undefined) return;
    for (const [index, name] of required.entries())
      if (!(name in properties))
        report({ message: `Describe \`${name}\`, which is required.`, location: location.child(['required', index]) });
  },
});
