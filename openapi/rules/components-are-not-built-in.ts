import { collectComponents } from './component-names.ts';
import type { Rule } from './rule.ts';

/**
 * Generators for TypeScript declare a type for each schema and parameter in the modules in which they use these
 * built-in types: a parameter `File` turns their `Blob | File` into `Blob | string`.
 */
export const componentsAreNotBuiltIn: Rule = () =>
  collectComponents((components) => {
    for (const { kind, name, report } of components)
      if (builtIn.has(name)) report(`Rename this ${kind.toLowerCase()}: \`${name}\` is a built-in type of TypeScript.`);
  });

const builtIn: ReadonlySet<string> = new Set(
  (
    'Array ArrayBuffer Awaited Blob Boolean Date Error Exclude Extract File FormData Function Headers Map Number Object ' +
    'Omit Parameters Partial Pick Promise Readonly ReadonlyArray ReadableStream Record RegExp Request RequestInit ' +
    'Required Response Set String Symbol URL URLSearchParams Uint8Array'
  ).split(' '),
);
