/** Makes requests from the contract: many that it allows, and many that it nearly allows. */
import * as fc from 'fast-check';
import {
  follow,
  type DescribedOperation,
  type DescribedParameter,
  type OpenApiDocument,
  type Schema,
} from '../../src/contract/description.ts';
import type { RawParameters } from '../../src/contract/accept.ts';
import { readTarget } from '../../src/contract/target.ts';

/** What an operation is asked, up to its body. */
export function parametersOf(document: OpenApiDocument, operation: DescribedOperation): fc.Arbitrary<RawParameters> {
  const { parameters, path } = operation;
  const inPlace = (place: DescribedParameter['in']): readonly DescribedParameter[] =>
    parameters.filter((one) => one.in === place);
  const pathValues = fc.record(
    Object.fromEntries(inPlace('path').map(({ name, schema }) => [name, pathText(document, schema)])),
  );
  const headers = fc.record(
    Object.fromEntries(inPlace('header').map(({ name, schema }) => [name.toLowerCase(), headerText(document, schema)])),
    { requiredKeys: [] },
  );
  return fc.record({ path: pathValues, rawQuery: rawQueries(document, inPlace('query')), headers }).map((made) => {
    const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(made.path[name] ?? ''));
    return {
      path: made.path,
      headers: made.headers,
      target: readTarget(made.rawQuery === '' ? filled : `${filled}?${made.rawQuery}`),
    };
  });
}

/** Values that a schema allows, and some that it does not. */
export function valuesOf(document: OpenApiDocument, reference: Schema): fc.Arbitrary<unknown> {
  const schema = follow<SchemaObject>(document, reference);
  const types = [schema.type ?? []].flat();
  const given = [
    ...(schema.enum ?? []),
    ...(schema.example === undefined ? [] : [schema.example]),
    ...(schema.default === undefined ? [] : [schema.default]),
  ];
  const fitting = types.map((type) => byType(document, schema, type));
  return fc.oneof(
    {
      weight: 3,
      arbitrary:
        given.length > 0 ? fc.constantFrom(...given) : fc.oneof(...(fitting.length > 0 ? fitting : [fc.jsonValue()])),
    },
    { weight: 3, arbitrary: fitting.length > 0 ? fc.oneof(...fitting) : fc.jsonValue() },
    {
      weight: 1,
      arbitrary: fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, -1, 1.5, true, [], {}, '1', 'null')),
    },
  );
}

/** The keywords that are looked at here; whatever else a schema says is for the validators. */
interface SchemaObject {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

function byType(document: OpenApiDocument, schema: SchemaObject, type: string): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return texts(schema);
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer(),
        fc.constantFrom(schema.minimum ?? 0, schema.maximum ?? 0, (schema.minimum ?? 0) - 1, (schema.maximum ?? 0) + 1),
      );
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valuesOf(document, schema.items ?? {}), { maxLength: 4 });
    case 'object':
      return objects(document, schema);
    default:
      return fc.jsonValue();
  }
}

function texts({ format, pattern, maxLength = 10 }: SchemaObject): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.uuid();
  if (pattern !== undefined) return fc.oneof(fc.stringMatching(new RegExp(pattern)), fc.string());
  const edge = fc.constantFrom(
    'a'.repeat(maxLength),
    'a'.repeat(maxLength + 1),
    '',
    ' ',
    'ä',
    '💧',
    '\0',
    'a+b',
    '%',
    '1e3',
    '0x10',
    '#f0ccff',
  );
  return fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), edge);
}

function objects(document: OpenApiDocument, { properties = {}, required = [] }: SchemaObject): fc.Arbitrary<unknown> {
  const described = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, valuesOf(document, schema)])),
    { requiredKeys: [...required] },
  );
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

function pathText(document: OpenApiDocument, schema: Schema): fc.Arbitrary<string> {
  // A path segment that is empty, or no Unicode, never gets as far as a validator.
  return fc
    .oneof({ weight: 4, arbitrary: valuesOf(document, schema).map(asText) }, nasty)
    .filter((text) => text !== '' && text.isWellFormed());
}

function headerText(document: OpenApiDocument, schema: Schema): fc.Arbitrary<string> {
  return fc
    .oneof({ weight: 3, arbitrary: valuesOf(document, schema).map(asText) }, nasty)
    .filter((text) => /^[\x20-\x7e]*$/.test(text));
}

const nasty = fc.constantFrom(
  "'; drop table packages; --",
  '<script>alert(1)</script>',
  '..',
  '../../etc/passwd',
  'a b',
  'a+b',
  'a&b=c',
  '?',
  '#',
  '[]',
  'null',
  'true',
  '-1',
  '1.0',
  '  1',
  '1 ',
  '٣',
  'é',
  '%00',
  'a'.repeat(300),
);

/** Query strings as clients write them: encoded, half encoded, repeated, empty, unknown. */
function rawQueries(document: OpenApiDocument, parameters: readonly DescribedParameter[]): fc.Arbitrary<string> {
  const written = parameters.map(({ name, schema, required }) => {
    const value = fc
      .oneof({ weight: 5, arbitrary: valuesOf(document, schema).map(asText) }, nasty)
      .filter((text) => text.isWellFormed());
    const pair = fc.oneof(
      { weight: 6, arbitrary: value.map((text) => `${name}=${encodeURIComponent(text)}`) },
      {
        weight: 2,
        arbitrary: value.map(
          (text) => `${name}=${encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%3A', ':')}`,
        ),
      },
      { weight: 1, arbitrary: value.map((text) => `${name}=${text.replaceAll(/[^\x21-\x7e]/g, '')}`) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          name,
          `${name}=`,
          `${encodeURIComponent(name)}%5B%5D=1`,
          `${name}[]=1`,
          `${name}=1&${name}=2`,
        ),
      },
    );
    return fc.oneof(
      { weight: required ? 8 : 2, arbitrary: pair },
      { weight: required ? 1 : 3, arbitrary: fc.constant('') },
    );
  });
  const odd = fc.oneof(
    { weight: 12, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'unknown=1',
        '__proto__=1',
        '=1',
        '&',
        '[=1',
        'a[b]=1',
        'constructor=1',
        'toString',
        '?',
        'x=%zz',
        'x=%ff',
      ),
    },
  );
  return fc.tuple(...written, odd).map((pairs) => pairs.filter((pair) => pair !== '').join('&'));
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
