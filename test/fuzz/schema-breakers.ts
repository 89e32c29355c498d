/** For each keyword of JSON Schema that the contract's requests use: how a valid value comes to break just that one. */
import * as fc from 'fast-check';
import { follow, type OpenApiDocument, type Schema } from '../../src/contract/description.ts';
import type { SchemaObject } from './schema-object.ts';
import { nearlyBase64, textsMatching } from './schema-texts.ts';
import { validValuesOf, valuesOf } from './schema-values.ts';

/** Broken values, made from a valid one; none where nothing can break the keyword. */
type Breaker = (
  schema: SchemaObject,
  valid: unknown,
  document: OpenApiDocument,
) => fc.Arbitrary<BrokenValue> | undefined;

export interface BrokenValue {
  readonly value: unknown;
  /** The steps from the value to the places that an error may name: the value itself by default. */
  readonly blamed?: readonly string[];
}

/** A later keyword has to be added here: a test compares this table with the contract. */
export const breakers: Readonly<Record<string, Breaker | 'of its parts' | 'breaks nothing'>> = {
  type: ({ type = [] }) => {
    const allowed = [type].flat();
    const others = samples.filter(({ types }) => !types.some((one) => allowed.includes(one)));
    return anyOf(others.map(({ value }) => value));
  },
  enum: ({ enum: allowed = [] }) => {
    const near = allowed.flatMap((value) => (typeof value === 'string' ? [`${value}s`, value.toUpperCase()] : []));
    return anyOf([...near, 'none of them']);
  },
  const: ({ const: allowed }) => anyOf(['none of them', 7, null].filter((value) => value !== allowed)),
  contentEncoding: () => nearlyBase64.map(wrong),
  minimum: ({ minimum = 0 }) => anyOf([minimum - 1]),
  maximum: ({ maximum = 0 }) => anyOf([maximum + 1]),
  minLength: ({ minLength = 0 }) => anyOf(minLength > 0 ? ['x'.repeat(minLength - 1)] : []),
  maxLength: ({ maxLength = 0 }) =>
    fc
      .tuple(fc.constantFrom('a', 'ä', '💧'), fc.integer({ min: 1, max: 50 }))
      .map(([character, more]) => wrong(character.repeat(maxLength + more))),
  pattern: ({ pattern = '' }) =>
    fc
      .oneof(
        fc.constantFrom('-', '!?', 'a\0b', 'a\n', '#12345', '#1234567', `${'0'.repeat(63)}G`),
        fc.string({ minLength: 1 }),
      )
      .filter((text) => !new RegExp(pattern, 'u').test(text))
      .map(wrong),
  format: ({ format = '' }) => anyOf(nearlyOfFormat[format] ?? []),
  minItems: ({ minItems = 0 }, valid) => anyOf(minItems > 0 ? [(valid as unknown[]).slice(0, minItems - 1)] : []),
  maxItems: ({ maxItems = 0, items = {} }, _, document) =>
    valuesOf(document, items, 'none').map((item) => wrong(Array<unknown>(maxItems + 1).fill(item))),
  uniqueItems: ({ uniqueItems }, valid) =>
    anyOf(uniqueItems ? [[...(valid as unknown[]), (valid as unknown[])[0]]] : []),
  required: ({ required = [] }, valid) =>
    required.length === 0
      ? undefined
      : fc.constantFrom(...required).map((name) => ({ value: without(valid, [name]), blamed: [name] })),
  additionalProperties: ({ additionalProperties }, valid) =>
    additionalProperties === false
      ? fc.constant({ value: { ...(valid as object), unheard_of: 1 }, blamed: ['unheard_of'] })
      : undefined,
  minProperties: ({ minProperties = 0 }) => anyOf(minProperties > 0 ? [{}] : []),
  maxProperties: ({ maxProperties = 0 }) => {
    const names = Array.from({ length: maxProperties + 1 }, (_, index) => `name_${index}`);
    return fc.constant(wrong(Object.fromEntries(names.map((name) => [name, 'x']))));
  },
  oneOf: ({ oneOf = [] }, _, document) => ofNoType(document, oneOf),
  anyOf: ({ anyOf: schemas = [] }, _, document) => ofNoType(document, schemas),
  // None of the properties that it is about, and all of them.
  if: ({ if: condition, then, else: otherwise }, valid) => {
    const names = requiredIn([condition, then, otherwise]);
    const all = Object.fromEntries(names.map((name) => [name, 'x']));
    return anyOf([without(valid, names), { ...(valid as object), ...all }]);
  },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema, in an object that is never awaited
  then: 'of its parts',
  else: 'of its parts',
  properties: 'of its parts',
  patternProperties: 'of its parts',
  items: 'of its parts',
  prefixItems: 'of its parts',
  allOf: 'of its parts',
  description: 'breaks nothing',
  example: 'breaks nothing',
  default: 'breaks nothing',
  'x-clamp': 'breaks nothing',
  'x-if-message': 'breaks nothing',
  'x-pattern-message': 'breaks nothing',
};

/** One rule of a schema, at some depth: `at` leads to the value that it is about. */
export interface SchemaRule {
  readonly keyword: string;
  readonly at: readonly string[];
  readonly schema: Schema;
}

/** All rules of a schema and of its parts that can be broken. Throws for a keyword that no breaker is known for. */
export function rulesOf(
  document: OpenApiDocument,
  schema: Schema,
  at: readonly string[] = [],
  around: ReadonlySet<object> = new Set(),
): SchemaRule[] {
  const target = follow<SchemaObject>(document, schema);
  // What refers to itself has the same rules further down.
  if (around.has(target)) return [];
  const inside = new Set([...around, target]);
  const { items, allOf = [], anyOf: anyOfThese = [], oneOf = [] } = target;
  const own = Object.keys(target).filter((keyword) => {
    const breaker = breakers[keyword];
    if (breaker === undefined) throw new Error(`test/fuzz/schema-breakers.ts knows no breaker for ${keyword}`);
    return typeof breaker === 'function';
  });
  return [
    ...own.map((keyword) => ({ keyword, at, schema })).filter((rule) => isBreakable(document, rule)),
    ...membersOf(target).flatMap(([name, part]) => rulesOf(document, part, [...at, name], inside)),
    ...(typeof items === 'object' ? rulesOf(document, items, [...at, '0'], inside) : []),
    ...allOf.flatMap((one) => rulesOf(document, one, at, inside)),
    // A value that is not of the type of one alternative may be of that of another.
    ...[...anyOfThese, ...oneOf].flatMap((one) =>
      rulesOf(document, one, at, inside).filter(({ schema: own, keyword }) => own !== one || keyword !== 'type'),
    ),
  ];
}

/** The parts of a schema with a step that leads to each: its name, its index, or a name that a pattern has. */
function membersOf({
  properties,
  patternProperties,
  additionalProperties,
  prefixItems,
}: SchemaObject): [string, Schema][] {
  const isOfOthers = typeof additionalProperties === 'object' && additionalProperties !== null;
  return [
    ...Object.entries(properties ?? {}),
    ...Object.entries(patternProperties ?? {}).map(([pattern, part]): [string, Schema] => {
      const [name = ''] = fc.sample(textsMatching(pattern), { numRuns: 1, seed: 0 });
      return [name, part];
    }),
    ...(isOfOthers ? [['unheard_of', additionalProperties as Schema] satisfies [string, Schema]] : []),
    ...(prefixItems ?? []).map((part, index): [string, Schema] => [String(index), part]),
  ];
}

/** Values that break the rule, made from this one. */
export function breakRule(document: OpenApiDocument, rule: SchemaRule, valid: unknown): fc.Arbitrary<BrokenValue> {
  const broken = breakingValues(document, rule, valid);
  if (broken === undefined) throw new Error(`Nothing breaks ${rule.keyword} of ${JSON.stringify(rule.schema)}`);
  return broken;
}

/** This depends only on the schema, so any value shows it. */
function isBreakable(document: OpenApiDocument, rule: SchemaRule): boolean {
  const [valid] = fc.sample(validValuesOf(document, rule.schema), { numRuns: 1, seed: 0 });
  return breakingValues(document, rule, valid) !== undefined;
}

function breakingValues(
  document: OpenApiDocument,
  { keyword, schema }: SchemaRule,
  valid: unknown,
): fc.Arbitrary<BrokenValue> | undefined {
  const breaker = breakers[keyword];
  return typeof breaker === 'function' ? breaker(follow(document, schema), valid, document) : undefined;
}

/** A value of each type, with the types that it is of. */
const samples: readonly { readonly types: readonly string[]; readonly value: unknown }[] = [
  { types: ['string'], value: 'text' },
  { types: ['number', 'integer'], value: 7 },
  { types: ['number'], value: 1.5 },
  { types: ['boolean'], value: true },
  { types: ['null'], value: null },
  { types: ['array'], value: ['text'] },
  { types: ['object'], value: { some: 'thing' } },
];

/** Formats without a check have no breaker. */
const nearlyOfFormat: Readonly<Record<string, readonly string[]>> = {
  uuid: ['0191e23a-4bc8-7683-bfa4', '0191e23a-4bc8-7683-bfa4-5f73bc9b7c4g', 'x', '0191e23a4bc87683bfa45f73bc9b7c44'],
  'date-time': ['2030-01-01', '2030-13-01T00:00:00Z', '2030-01-01T00:00:00', 'tomorrow'],
};

/** The properties that a schema requires somewhere. */
function requiredIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, part]: [string, unknown]) =>
    key === 'required' && Array.isArray(part) ? part.map(String) : requiredIn(part),
  );
}

/** Values of a type that none of the schemas has. */
function ofNoType(document: OpenApiDocument, schemas: readonly Schema[]): fc.Arbitrary<BrokenValue> | undefined {
  const allowed = schemas.flatMap((one) => follow<SchemaObject>(document, one).type ?? []);
  return anyOf(samples.filter(({ types }) => !types.some((type) => allowed.includes(type))).map(({ value }) => value));
}

function anyOf(values: readonly unknown[]): fc.Arbitrary<BrokenValue> | undefined {
  return values.length === 0 ? undefined : fc.constantFrom(...values).map(wrong);
}

function wrong(value: unknown): BrokenValue {
  return { value };
}

function without(value: unknown, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(value as object).filter(([name]) => !names.includes(name)));
}
