import type { Context, Named, Parameter, Rule, Schema } from './rule.ts';

/** Every property, parameter and header says what it means; names alone are read differently by everyone. */
export const partsAreDescribed: Rule = () => {
  const visit = (part: Parameter, { report }: Context): void => {
    if (!part.description?.trim()) report({ message: 'Say what this is: it has no description.' });
  };
  return {
    Parameter: visit,
    Header: visit,
    SchemaProperties(properties: Named<Schema>, { location, report, resolve }: Context) {
      for (const [name, property] of Object.entries(properties)) {
        // OpenAPI 3.1 lets a description stand beside a reference, where it goes first.
        const description = property.description ?? resolve(property).node.description ?? '';
        if (!description.trim())
          report({ message: `Say what \`${name}\` is: it has no description.`, location: location.child(name) });
      }
    },
  };
};
