/** Makes values from the schemas of the contract: only such as a schema allows, or some that it does not among them. */
import * as fc from 'fast-check';
import { follow, type OpenApiDocument, type Schema } from '../../src/contract/description.ts';
import type { SchemaObject, Strays } from './schema-object.ts';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { createSchemaCompiler, type SchemaCompiler } from '../../src/contract/validation/json-schema.ts';
import { textsMatching, textsOf } from './schema-texts.ts';

/** Values that the validators of the server accept. Making one throws when next to nothing that is made fits. */
export function validValuesOf(document: OpenApiDocument, schema: Schema): fc.Arbitrary<unknown> {
  const accepts = validatorOf(document, schema);
  let inVain = 0;
  return valuesOf(document, schema, 'none').filter((value) => {
    // A copy, since defaults are filled in.
    const fits = accepts(structuredClone(value));
    inVain = fits ? 0 : inVain + 1;
    if (inVain < patience) return fits;
    throw new Error(`test/fuzz/schema-values.ts cannot make what this allows: ${JSON.stringify(schema)}`);
  });
}

/** Values that do not fit, in a row. */
const patience = 1000;

/** Whether the validators of the server accept a value. */
export function isValid(document: OpenApiDocument, schema: Schema, value: unknown): boolean {
  return validatorOf(document, schema)(structuredClone(value));
}

function validatorOf(document: OpenApiDocument, schema: Schema): ValidateFunction {
  const compiler = compilers.get(document) ?? createSchemaCompiler(document, 'none');
  compilers.set(document, compiler);
  const validator = validators.get(schema) ?? compiler.compile(schema);
  validators.set(schema, validator);
  return validator;
}

const compilers = new WeakMap<OpenApiDocument, SchemaCompiler>();
const validators = new WeakMap<Schema, ValidateFunction>();

/** Returns values for a schema. Without strays they follow the keywords above, but they are not validated. */
export function valuesOf(document: OpenApiDocument, reference: Schema, strays: Strays): fc.Arbitrary<unknown> {
  return valuesAt({ document, strays, depth: 0 }, reference);
}

interface Making {
  readonly document: OpenApiDocument;
  readonly strays: Strays;
  /** A schema that refers to itself makes no more than required below the deepest. */
  readonly depth: number;
}

const deepest = 4;

function valuesAt(making: Making, reference: Schema): fc.Arbitrary<unknown> {
  const { document, strays } = making;
  const schema = follow<SchemaObject>(document, reference);
  if ('const' in schema) return strays === 'none' ? fc.constant(schema.const) : orAnything(fc.constant(schema.const));
  if (strays === 'none' && schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.allOf) return fc.tuple(...schema.allOf.map((one) => valuesAt(making, one))).map(merged);
  const examples = [schema.example, schema.default].filter((value) => value !== undefined);
  const given = [...(schema.enum ?? []), ...examples];
  const types = [schema.type ?? ('properties' in schema ? 'object' : [])].flat();
  const alternatives = [
    ...types.map((type) => byType(making, schema, type)),
    ...[...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].map((one) => valuesAt(making, one)),
  ];
  const fitting = alternatives.length > 0 ? fc.oneof(...alternatives) : fc.jsonValue();
  const made = given.length > 0 ? fc.oneof(fc.constantFrom(...given), fitting) : fitting;
  return strays === 'some' ? orAnything(made) : made;
}

function orAnything(made: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: made }, { weight: 1, arbitrary: anything });
}

const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, -1, 1.5, true, [], {}, '1', 'null'));

/** Returns the requirements of `allOf` together; values that are not objects cannot be merged. */
function merged(values: readonly unknown[]): unknown {
  const areObjects = values.every((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
  return areObjects ? Object.assign({}, ...values) : values.at(-1);
}

function byType(making: Making, schema: SchemaObject, type: string): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return textsOf(schema, making.strays);
    case 'integer':
    case 'number':
      return numbersOf(schema, making.strays);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return arraysOf(making, schema);
    case 'object':
      return objectsOf(making, schema);
    default:
      return fc.jsonValue();
  }
}

function numbersOf({ minimum, maximum }: SchemaObject, strays: Strays): fc.Arbitrary<unknown> {
  const edges = [minimum ?? 0, maximum ?? 0];
  if (strays === 'some')
    return fc.oneof(fc.integer(), fc.constantFrom(...edges, (minimum ?? 0) - 1, (maximum ?? 0) + 1));
  return fc.oneof(
    fc.integer({ min: minimum ?? -(2 ** 31), max: maximum ?? 2 ** 31 - 1 }),
    fc.constantFrom(minimum ?? 0, maximum ?? 0),
  );
}

function arraysOf(making: Making, schema: SchemaObject): fc.Arbitrary<unknown> {
  const below = { ...making, depth: making.depth + 1 };
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((one) => valuesAt(below, one)));
  const minLength = making.strays === 'some' ? 0 : (schema.minItems ?? 0);
  if (below.depth > deepest) return fc.array(fc.constant(null), { minLength, maxLength: minLength });
  const items = valuesAt(below, schema.items ?? {});
  if (making.strays === 'some') return fc.array(items, { maxLength: 4 });
  const lengths = { minLength, maxLength: Math.max(minLength, Math.min(schema.maxItems ?? 4, 4)) };
  return schema.uniqueItems
    ? fc.uniqueArray(items, { ...lengths, selector: (item) => JSON.stringify(item) })
    : fc.array(items, lengths);
}

function objectsOf(making: Making, schema: SchemaObject): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema;
  const below = { ...making, depth: making.depth + 1 };
  const isMade = (name: string): boolean => below.depth <= deepest || required.includes(name);
  const values = Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => isMade(name))
      .map(([name, property]) => [name, valuesAt(below, property)]),
  );
  const named = fc.record(values, { requiredKeys: [...required] });
  const described = below.depth > deepest ? named : withPatternNames(below, schema, named);
  if (making.strays === 'none') return described;
  const lacking = fc
    .tuple(described, fc.constantFrom(...required, 'nothing'))
    .map(([object, name]) => Object.fromEntries(Object.entries(object).filter(([key]) => key !== name)));
  const richer = fc
    .tuple(described, fc.string(), fc.jsonValue())
    .map(([object, name, value]) => ({ ...object, [name]: value }));
  return fc.oneof(
    { weight: 4, arbitrary: described },
    { weight: 1, arbitrary: lacking },
    { weight: 1, arbitrary: richer },
  );
}

/** Adds members whose names patterns describe, or nothing but their schema does. */
function withPatternNames(
  making: Making,
  { patternProperties = {}, additionalProperties, properties = {} }: SchemaObject,
  named: fc.Arbitrary<object>,
): fc.Arbitrary<object> {
  const members = (names: fc.Arbitrary<string>, schema: Schema): fc.Arbitrary<object> =>
    fc.dictionary(names, valuesAt(making, schema), { maxKeys: 2, noNullPrototype: true });
  const more = Object.entries(patternProperties).map(([pattern, schema]) => members(textsMatching(pattern), schema));
  const others = fc.string({ minLength: 1 }).filter((name) => !Object.hasOwn(properties, name));
  if (isSchema(additionalProperties)) more.push(members(others, additionalProperties));
  return more.length === 0 ? named : fc.tuple(named, ...more).map((all) => Object.assign({}, ...all) as object);
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
