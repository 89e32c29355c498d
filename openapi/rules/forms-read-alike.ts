import {
  typesOf,
  type Context,
  type Location,
  type MediaType,
  type Parameter,
  type Rule,
  type Schema,
} from './rule.ts';
import { schemasBelow, type Found } from './schemas-below.ts';

const combining = ['allOf', 'anyOf', 'oneOf'];

const isBytes = (schema: Schema = {}): boolean => schema.type === 'string' && schema.format === 'binary';

const has = (node: object, keywords: readonly string[]): boolean => keywords.some((keyword) => keyword in node);

const lines = 'application/x-ndjson';
const urlencoded = 'application/x-www-form-urlencoded';
const base64 = 'base64';
/** Keywords for bytes, which are staged and limited by the server before a schema is applied. */
const ofCharacters = ['maxLength', 'minLength', 'pattern', 'format', 'enum', 'const'];

/** Queries and forms repeat a name for each item, so they cannot contain an empty list. */
const noEmptyLists = 'An empty list is the same as a missing one here: add `minItems: 1`, or make it optional.';

const mayBeEmpty = (schema: Schema): boolean => typesOf(schema).includes('array') && !(Number(schema['minItems']) >= 1);

type Form<T> = readonly [says: string, has: (node: T) => boolean];

/** Each with its schema, without references. */
const parameterForms: readonly Form<Parameter & { readonly schema: Schema }>[] = [
  ['Cookies are not read.', (parameter) => parameter.in === 'cookie'],
  ['Describe the value with `schema`: few tools support `content`.', (parameter) => parameter.content !== undefined],
  [
    '`allowEmptyValue` is interpreted differently: omit the parameter instead.',
    (parameter) => 'allowEmptyValue' in parameter,
  ],
  [
    'Keep the default `style`: others are interpreted differently.',
    ({ in: place, style }) => style !== undefined && style !== (place === 'query' ? 'form' : 'simple'),
  ],
  ['Do not combine schemas here: values are then parsed as JSON.', ({ schema }) => has(schema, combining)],
  [
    'Objects in parameters are interpreted differently: describe each value.',
    ({ schema }) => typesOf(schema).includes('object'),
  ],
  [
    'An array with `explode: false` fails on a name without a value: repeat the name.',
    ({ schema, explode }) => typesOf(schema).includes('array') && explode === false,
  ],
  [
    'An array that may be null is interpreted differently.',
    ({ schema }) => typesOf(schema).includes('array') && typesOf(schema).includes('null'),
  ],
  [
    'Arrays work in queries only: use a text here.',
    ({ schema, in: place }) => typesOf(schema).includes('array') && place !== 'query',
  ],
  [noEmptyLists, ({ schema, required, in: place }) => place === 'query' && required === true && mayBeEmpty(schema)],
];

const requestSchemaForms: readonly Form<Schema>[] = [
  ['`readOnly` in a request rejects every value: omit the property.', (schema) => schema['readOnly'] === true],
  [
    '`discriminator` in a request is interpreted differently: use a `const` in each branch.',
    (schema) => 'discriminator' in schema,
  ],
  [
    'Encoded text is not validated.',
    (schema) => has(schema, ['contentSchema', 'contentMediaType']) || (schema['contentEncoding'] ?? base64) !== base64,
  ],
  [
    'The characters of base64 are not validated: omit these keywords.',
    (schema) => schema['contentEncoding'] === base64 && has(schema, ofCharacters),
  ],
];

const schemaForms: readonly Form<Schema>[] = [
  [
    '`prefixItems` needs `items: false` and as many `minItems`: otherwise the first request fails.',
    ({ prefixItems, items, ...schema }) =>
      prefixItems !== undefined && (items !== false || schema['minItems'] !== prefixItems.length),
  ],
  ["`nullable` is of OpenAPI 3.0: add 'null' to the types.", (schema) => 'nullable' in schema],
];

/**
 * Forbids the notations that validators, mocks and generators interpret differently: found by comparing the two
 * validators of the server on about seventy notations. `test/contract/agreement.test.ts` checks that they agree on all
 * others.
 */
export const formsReadAlike: Rule = () => ({
  Parameter(parameter: Parameter, { report, resolve }: Context) {
    const schema = parameter.schema === undefined ? {} : resolve(parameter.schema).node;
    for (const [message, found] of parameterForms) if (found({ ...parameter, schema })) report({ message });
  },
  RequestBody: {
    enter(body: object, { report }: Context) {
      if (!('required' in body))
        report({ message: 'Specify `required`: without it, one validator requires a media type.' });
    },
    MediaType({ schema = {} }: MediaType, context: Context) {
      const { key, location, report } = context;
      const [whole, ...inner] = schemasBelow(schema, location.child('schema'), context);
      const isRange = /^(?:\*|[a-z]+)\/\*$/.test(String(key));
      if (/[*;]/.test(String(key)) && !(isRange && isBytes(whole?.schema)))
        report({ message: 'Specify one media type, without parameters; only bytes may have a range.' });
      if (key === lines && whole && !typesOf(whole.schema).includes('array'))
        report({ message: 'Describe the lines as an array: they are validated as one.' });
      const hasBase64 = [whole, ...inner].some((one) => one?.schema['contentEncoding'] !== undefined);
      if (hasBase64 && key !== lines && !/^application\/([^/]+\+)?json$/.test(String(key)))
        report({ message: 'Use base64 in JSON or lines of JSON only: it is not decoded elsewhere.' });
      for (const { schema, location } of whole ? [whole, ...inner] : [])
        for (const [message, found] of requestSchemaForms) if (found(schema)) report({ message, location });
      if (String(key).startsWith('multipart/') && inner.some(({ schema }) => typesOf(schema).includes('object')))
        report({ message: 'Each part must be a text or a file: JSON in a form is not validated.' });
      if (whole && (String(key).startsWith('multipart/') || key === urlencoded))
        for (const at of requiredEmptyLists(whole, context)) report({ message: noEmptyLists, location: at });
    },
  },
  Schema(schema: Schema, { report }: Context) {
    for (const [message, found] of schemaForms) if (found(schema)) report({ message });
  },
  Responses(responses: object, { location, report }: Context) {
    for (const status of Object.keys(responses))
      if (!/^[1-5]\d\d$/.test(status))
        report({ message: 'Describe each response by its status.', location: location.child(status) });
  },
});

function requiredEmptyLists({ schema, location }: Found, { resolve }: Context): readonly Location[] {
  const { properties = {}, required = [] } = schema;
  const lists = required.filter((name) => {
    const property = properties[name];
    return property !== undefined && mayBeEmpty(resolve(property, location.source.absoluteRef).node);
  });
  return lists.map((name) => location.child(['properties', name]));
}
