import { typesOf, type Context, type MediaType, type Parameter, type Rule, type Schema } from './rule.ts';
import { schemasBelow } from './schemas-below.ts';

const combining = ['allOf', 'anyOf', 'oneOf'];

const isBytes = (schema: Schema = {}): boolean => schema.type === 'string' && schema.format === 'binary';

const has = (node: object, keywords: readonly string[]): boolean => keywords.some((keyword) => keyword in node);

const lines = 'application/x-ndjson';
const base64 = 'base64';
/** What the server stages is gone when a schema is applied, and its length is bounded by the server. */
const ofCharacters = ['maxLength', 'minLength', 'pattern', 'format', 'enum', 'const'];

type Form<T> = readonly [says: string, has: (node: T) => boolean];

/** Each with its schema, references followed. */
const parameterForms: readonly Form<Parameter & { readonly schema: Schema }>[] = [
  ['Cookies are not read.', (parameter) => parameter.in === 'cookie'],
  ['Describe the value by `schema`: `content` is read by few.', (parameter) => parameter.content !== undefined],
  [
    '`allowEmptyValue` is read differently: leave the parameter out instead.',
    (parameter) => 'allowEmptyValue' in parameter,
  ],
  [
    'Keep the usual `style`: others are read differently.',
    ({ in: place, style }) => style !== undefined && style !== (place === 'query' ? 'form' : 'simple'),
  ],
  ['Do not combine schemas here: values are then read as JSON.', ({ schema }) => has(schema, combining)],
  ['Objects in parameters are read differently: name each value.', ({ schema }) => typesOf(schema).includes('object')],
  [
    'An array with `explode: false` fails on a name without a value: repeat the name.',
    ({ schema, explode }) => typesOf(schema).includes('array') && explode === false,
  ],
  [
    'An array that may be null is read differently.',
    ({ schema }) => typesOf(schema).includes('array') && typesOf(schema).includes('null'),
  ],
  [
    'Arrays work in queries alone: take a text here.',
    ({ schema, in: place }) => typesOf(schema).includes('array') && place !== 'query',
  ],
];

const requestSchemaForms: readonly Form<Schema>[] = [
  ['`readOnly` in a request refuses every value: leave the property out.', (schema) => schema['readOnly'] === true],
  [
    '`discriminator` in a request is read differently: a `const` in each branch does it.',
    (schema) => 'discriminator' in schema,
  ],
  [
    'Nobody looks into encoded text.',
    (schema) => has(schema, ['contentSchema', 'contentMediaType']) || (schema['contentEncoding'] ?? base64) !== base64,
  ],
  [
    'Nobody looks at the characters of base64: leave out what is said of them.',
    (schema) => schema['contentEncoding'] === base64 && has(schema, ofCharacters),
  ],
];

const schemaForms: readonly Form<Schema>[] = [
  [
    '`prefixItems` needs `items: false` and as many `minItems`: else the first request fails.',
    ({ prefixItems, items, ...schema }) =>
      prefixItems !== undefined && (items !== false || schema['minItems'] !== prefixItems.length),
  ],
  ["`nullable` is of OpenAPI 3.0: add 'null' to the types.", (schema) => 'nullable' in schema],
];

/**
 * What validators, mocks and generators read differently is not written: measured over some seventy forms, with what
 * each breaks, when the two validators of the server were first compared. `test/contract/agreement.test.ts` holds them
 * together for all others.
 */
export const formsReadAlike: Rule = () => ({
  Parameter(parameter: Parameter, { report, resolve }: Context) {
    const schema = parameter.schema === undefined ? {} : resolve(parameter.schema).node;
    for (const [message, found] of parameterForms) if (found({ ...parameter, schema })) report({ message });
  },
  RequestBody: {
    enter(body: object, { report }: Context) {
      if (!('required' in body))
        report({ message: 'Say `required`: without a word, one validator wants a media type.' });
    },
    MediaType({ schema = {} }: MediaType, context: Context) {
      const { key, location, report } = context;
      const [whole, ...inner] = schemasBelow(schema, location.child('schema'), context);
      const isRange = /^(?:\*|[a-z]+)\/\*$/.test(String(key));
      if (/[*;]/.test(String(key)) && !(isRange && isBytes(whole?.schema)))
        report({ message: 'Name one media type, without parameters; only bytes may be of a range.' });
      if (key === lines && whole && !typesOf(whole.schema).includes('array'))
        report({ message: 'Describe the lines as an array: they are judged as one.' });
      const hasBase64 = [whole, ...inner].some((one) => one?.schema['contentEncoding'] !== undefined);
      if (hasBase64 && key !== lines && !/^application\/([^/]+\+)?json$/.test(String(key)))
        report({ message: 'Take base64 in JSON or in lines of it: elsewhere nobody decodes it.' });
      for (const { schema, location } of whole ? [whole, ...inner] : [])
        for (const [message, found] of requestSchemaForms) if (found(schema)) report({ message, location });
      if (String(key).startsWith('multipart/') && inner.some(({ schema }) => typesOf(schema).includes('object')))
        report({ message: 'Take a text or a file as each part: nobody looks into JSON in a form.' });
    },
  },
  Schema(schema: Schema, { report }: Context) {
    for (const [message, found] of schemaForms) if (found(schema)) report({ message });
  },
  Responses(responses: object, { location, report }: Context) {
    for (const status of Object.keys(responses))
      if (!/^[1-5]\d\d$/.test(status))
        report({ message: 'Describe each answer by its status.', location: location.child(status) });
  },
});
