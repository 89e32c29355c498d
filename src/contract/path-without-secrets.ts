import type { DescribedOperation } from './description.ts';
import { fillTemplate } from './path-template.ts';

/**
 * Returns the path of a request with "…" instead of the values of secret parameters, for logs; undefined if the operation
 * has no such parameters.
 */
export function pathWithoutSecrets(
  { path, parameters, pathSecrets }: Pick<DescribedOperation, 'path' | 'parameters' | 'pathSecrets'>,
  values: Readonly<Record<string, string>>,
): string | undefined {
  if (pathSecrets.length === 0) return undefined;
  const open = pathSecrets.reduce((template, name) => template.replace(`{${name}}`, '…'), path);
  const spanning = new Set(parameters.filter(({ spansSegments }) => spansSegments).map(({ name }) => name));
  return fillTemplate(
    open,
    (name) => values[name] ?? '',
    (name) => spanning.has(name),
  );
}
