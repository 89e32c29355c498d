import type { Context, Rule, Schema } from './rule.ts';

/**
 * A schema with properties must describe the required ones. A schema without properties applies to those of the
 * enclosing schema, as in `if`, which Redocly's own rule does not detect.
 */
export const requiredPropertiesAreDescribed: Rule = () => ({
  Schema({ properties, required = [] }: Schema, { location, report }: Context) {
    if (properties === undefined) return;
    for (const [index, name] of required.entries())
      if (!(name in properties))
        report({ message: `Describe \`${name}\`, which is required.`, location: location.child(['required', index]) });
  },
});
