import { collectComponents } from './component-names.ts';
import type { Rule } from './rule.ts';

/** Go generators create a function `NewX` for each schema `X`, so no schema may have that name. */
export const inputsAreNotConstructors: Rule = () =>
  collectComponents((components) => {
    const schemas = components.filter(({ kind }) => kind === 'Schema');
    const names = new Set(schemas.map(({ name }) => name));
    for (const { name, report } of schemas) {
      const made = name.replace(/^New(?=[A-Z])/, '');
      if (made !== name && names.has(made))
        report(`Call this \`${made}Input\`: Go generators create \`${name}\` for \`${made}\`.`);
    }
  });
