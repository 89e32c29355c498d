import { collectComponents } from './component-names.ts';
import type { Rule } from './rule.ts';

/** Generators declare a type for each schema, parameter and response in one scope, so their names must differ. */
export const parameterNamesDiffer: Rule = () =>
  collectComponents((components) => {
    const schemas = new Set(components.filter(({ kind }) => kind === 'Schema').map(({ name }) => name));
    for (const { kind, name, report } of components)
      if (kind !== 'Schema' && schemas.has(name))
        report(`Rename this ${kind.toLowerCase()}: there is a schema \`${name}\`.`);
  });
