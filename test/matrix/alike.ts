/**
 * Checks whether a response has the shape of an example, on which a program that was written for the example relies.
 */
import { follow, type OpenApiDocument, type Schema } from '../../src/contract/description.ts';

/**
 * The same keys with values of the same JSON types, all the way down, and the same values wherever the schema leaves a
 * choice of few (`enum`, `const`). Of a list, each shape of item that the example shows must be there; items of maps,
 * whose keys are free, are compared as those of lists are.
 */
export function isLike(document: OpenApiDocument, schema: Schema, example: unknown, value: unknown): boolean {
  const like = (inner: Schema, one: unknown, other: unknown): boolean => isLike(document, inner, one, other);
  const parts = partsOf(document, schema);
  if (kindOf(example) !== kindOf(value)) return false;
  const isChoice = parts.some((part) => 'enum' in part || 'const' in part);
  if (isChoice && typeof example !== 'object') return example === value;
  if (Array.isArray(example) && Array.isArray(value)) return hasEach(like, itemsOf(parts), example, value);
  if (!isObject(example) || !isObject(value)) return true;
  const properties = propertiesOf(parts);
  const [own, others] = [Object.keys(example), Object.keys(value)];
  // What only a map may hold has no names to compare.
  const named = (keys: readonly string[]): string[] => keys.filter((key) => key in properties).toSorted();
  const free = (object: Values): unknown[] =>
    Object.keys(object).flatMap((key) => (key in properties ? [] : [object[key]]));
  return (
    named(own).join() === named(others).join() &&
    named(own).every((key) => like(properties[key] ?? {}, example[key], value[key])) &&
    hasEach(like, mapValuesOf(parts), free(example), free(value))
  );
}

type Values = Readonly<Record<string, unknown>>;

/** Whether both are empty, or each shape of the first occurs among the others. */
function hasEach(
  like: (schema: Schema, one: unknown, other: unknown) => boolean,
  schema: Schema,
  examples: readonly unknown[],
  values: readonly unknown[],
): boolean {
  if (examples.length === 0) return values.length === 0;
  return examples.every((example) => values.some((value) => like(schema, example, value)));
}

/** The schema and all that it combines (JSON Schema 2020-12, Core, 10.2.1). */
function partsOf(document: OpenApiDocument, schema: Schema): Schema[] {
  const { allOf = [], anyOf = [], oneOf = [], ...own } = follow<Combining>(document, schema);
  return [own, ...[...allOf, ...anyOf, ...oneOf].flatMap((part) => partsOf(document, part))];
}

interface Combining extends Schema {
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

function propertiesOf(parts: readonly Schema[]): Readonly<Record<string, Schema>> {
  return Object.assign({}, ...parts.map((part) => part['properties'] ?? {})) as Record<string, Schema>;
}

function itemsOf(parts: readonly Schema[]): Schema {
  return schemaAt(parts, 'items');
}

function mapValuesOf(parts: readonly Schema[]): Schema {
  return schemaAt(parts, 'additionalProperties');
}

function schemaAt(parts: readonly Schema[], keyword: string): Schema {
  const found = parts.map((part) => part[keyword]).find(isObject);
  return found ?? {};
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isObject(value: unknown): value is Values {
  return kindOf(value) === 'object';
}
