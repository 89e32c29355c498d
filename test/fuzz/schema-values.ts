/** Makes values from the schemas of the contract: only such as a schema allows, or some that it does not among them. */
import * as fc from 'fast-check';
import { follow, type OpenApiDocument, type Schema } from '../../src/contract/description.ts';
import type { SchemaObject, Strays } from './schema-object.ts';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { createSchemaCompiler, type SchemaCompiler } from '../../src/contract/validation/json-schema.ts';
import { textsOf } from './schema-texts.ts';

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

function validatorOf(document: OpenApiDocument, schema: Schema): ValidateFunction {
  const compiler = compilers.get(document) ?? createSchemaCompiler(document, 'none');
  compilers.set(document, compiler);
  const validator = validators.get(schema) ?? compiler.compile(schema);
  validators.set(schema, validator);
  return validator;
}

const compilers = new WeakMap<OpenApiDocument, SchemaCompiler>();
const validators = new WeakMap<Schema, ValidateFunction>();

/** Values for a schema. Without strays they follow the keywords above, but nobody has judged them. */
export function valuesOf(document: OpenApiDocument, reference: Schema, strays: Strays): fc.Arbitrary<unknown> {
  const schema = follow<SchemaObject>(document, reference);
  if (strays === 'none' && schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const examples = [schema.example, schema.default].filter((value) => value !== undefined);
  const given = [...(schema.enum ?? []), ...examples];
  const types = [schema.type ?? []].flat();
  const alternatives = [
    ...types.map((type) => byType(document, schema, type, strays)),
    ...(schema.oneOf ?? []).map((one) => valuesOf(document, one, strays)),
  ];
  const fitting = alternatives.length > 0 ? fc.oneof(...alternatives) : fc.jsonValue();
  return fc.oneof(
    { weight: 3, arbitrary: given.length > 0 ? fc.constantFrom(...given) : fitting },
    { weight: 3, arbitrary: fitting },
    ...(strays === 'some' ? [{ weight: 1, arbitrary: anything }] : []),
  );
}

const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, -1, 1.5, true, [], {}, '1', 'null'));

function byType(document: OpenApiDocument, schema: SchemaObject, type: string, strays: Strays): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return textsOf(schema, strays);
    case 'integer':
    case 'number':
      return numbersOf(schema, strays);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return arraysOf(document, schema, strays);
    case 'object':
      return objectsOf(document, schema, strays);
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

function arraysOf(document: OpenApiDocument, schema: SchemaObject, strays: Strays): fc.Arbitrary<unknown> {
  const items = valuesOf(document, schema.items ?? {}, strays);
  if (strays === 'some') return fc.array(items, { maxLength: 4 });
  const minLength = schema.minItems ?? 0;
  const lengths = { minLength, maxLength: Math.max(minLength, Math.min(schema.maxItems ?? 4, 4)) };
  return schema.uniqueItems
    ? fc.uniqueArray(items, { ...lengths, selector: (item) => JSON.stringify(item) })
    : fc.array(items, lengths);
}

function objectsOf(document: OpenApiDocument, schema: SchemaObject, strays: Strays): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema;
  const values = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, valuesOf(document, property, strays)]),
  );
  const described = fc.record(values, { requiredKeys: [...required] });
  if (strays === 'none') return described;
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
