import { collectComponents } from './component-names.ts';
import type { Rule } from './rule.ts';

/** Generators make a type of each schema, parameter and response, all in one scope, so each has a name of its own. */
export const parameterNamesDiffer: Rule = () =>
  collectComponents((components) => {
    const schemas = new Set(components.filter(({ kind }) => kind === 'Schema').map(({ name }) => name));
    for (const { kind, name, report } of components)
      if (kind !== 'Schema' && schemas.has(name))
        report(`Rename this ${kind.toLowerCase()}: there is a schema \`${name}\`.`);
  });
