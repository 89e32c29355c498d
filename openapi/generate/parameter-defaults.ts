/** The part of a description with the defaults of parameters. */
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly parameters?: Readonly<Record<string, Parameter>> };
}

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly schema?: { readonly default?: unknown };
}

/**
 * Types that openapi-typescript omits: for each operation, the names of the parameters that are never absent on the
 * server because they have a default.
 */
export function parameterDefaults(description: Described): string {
  const lines = Object.values(description.paths)
    .flatMap((item) => Object.values(item))
    .filter(isOperation)
    .map(({ operationId, parameters = [] }) => ({ operationId, names: defaulted(parameters, description) }))
    .filter(({ names }) => names.length > 0)
    .map(({ operationId, names }) => `    readonly ${operationId}: ${names.join(' | ')};`);
  return [
    '/** The parameters of each operation that have a default. */',
    'export interface parameterDefaults {',
    ...lines.sort(),
    '}',
  ].join('\n');
}

function defaulted(parameters: readonly Parameter[], { components }: Described): string[] {
  return parameters
    .map((parameter) => components?.parameters?.[parameter.$ref?.split('/').at(-1) ?? ''] ?? parameter)
    .filter(({ schema }) => schema?.default !== undefined)
    .map(({ name }) => JSON.stringify(name));
}

function isOperation(value: unknown): value is { operationId: string; parameters?: Parameter[] } {
  return typeof value === 'object' && value !== null && 'operationId' in value;
}
