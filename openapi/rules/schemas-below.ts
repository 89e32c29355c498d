import type { Context, Location, Reference, Schema } from './rule.ts';

export interface Found {
  readonly schema: Schema;
  readonly location: Location;
}

/** Keywords by the kind of their value: a schema, a list of schemas, or schemas by name. */
const single = [
  'items',
  'contains',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
];
const several = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const named = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];

/**
 * Yields a schema and all schemas inside it, each once, without references. Redocly visits a schema once per
 * description, so it reports only its first use.
 */
export function schemasBelow(top: Schema | Reference, at: Location, { resolve }: Context): readonly Found[] {
  const found = new Map<Schema, Found>();
  const visit = (value: unknown, location: Location): void => {
    if (typeof value !== 'object' || value === null) return;
    const target =
      '$ref' in value ? resolve(value as Reference, location.source.absoluteRef) : { node: value, location };
    // Redocly's `struct` checks that it is a schema.
    const schema = target.node as Schema;
    if (found.has(schema)) return;
    found.set(schema, { schema, location: target.location });
    for (const [path, inner] of partsOf(schema)) visit(inner, target.location.child(path));
  };
  visit(top, at);
  return [...found.values()];
}

function partsOf(schema: Schema): readonly Part[] {
  return Object.entries(schema).flatMap(([keyword, value]): Part[] => {
    if (single.includes(keyword)) return [[[keyword], value]];
    if (!several.includes(keyword) && !named.includes(keyword)) return [];
    return Object.entries(value as object).map(([key, part]): Part => [[keyword, key], part]);
  });
}

type Part = readonly [path: readonly string[], part: unknown];
