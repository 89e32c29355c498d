import type { Context, Named, Parameter, Rule, Schema } from './rule.ts';

/** Every property, parameter and header has a description, because names are ambiguous. */
export const partsAreDescribed: Rule = () => {
  const visit = (part: Parameter, { report }: Context): void => {
    if (!part.description?.trim()) report({ message: 'This has no description. Add one.' });
  };
  return {
    Parameter: visit,
    Header: visit,
    SchemaProperties(properties: Named<Schema>, { location, report, resolve }: Context) {
      for (const [name, property] of Object.entries(properties)) {
        // In OpenAPI 3.1, a description next to a reference has precedence.
        const description = property.description ?? resolve(property).node.description ?? '';
        if (!description.trim())
          report({ message: `\`${name}\` has no description. Add one.`, location: location.child(name) });
      }
    },
  };
};
