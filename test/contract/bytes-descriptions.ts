/** Descriptions whose operations take bytes in all the ways there are, for every test that goes over descriptions. */
import { bytes, describedBodies } from './bytes-shop.ts';

/** Bodies that are bytes, of any media type, of some, and of one. */
export const rawBodies = describedBodies(
  {
    putAny: { required: true, content: { '*/*': { schema: bytes } } },
    putReferred: { required: true, content: { '*/*': { schema: { $ref: '#/components/schemas/Bytes' } } } },
    putApplication: { required: true, content: { 'application/*': { schema: bytes } } },
    putNamed: { required: true, content: { 'application/octet-stream': { schema: bytes } } },
    putOptional: { required: false, content: { '*/*': { schema: bytes } } },
    putEither: {
      required: true,
      content: {
        '*/*': { schema: bytes },
        'text/*': { schema: bytes },
        'application/json': {
          schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
        },
      },
    },
  },
  { Bytes: bytes },
);

const base64 = { type: 'string', contentEncoding: 'base64' };
const text = { type: 'string' };
const json = (schema: object): object => ({ required: true, content: { 'application/json': { schema } } });

/** JSON in which strings are bytes, found in all the ways in which a schema finds a value. */
export const jsonBodies = describedBodies(
  {
    putPackage: json({
      type: 'object',
      required: ['name'],
      properties: {
        name: text,
        _attachments: {
          type: 'object',
          patternProperties: {
            '^.+\\.tgz$': { $ref: '#/components/schemas/Attachment' },
            '^.+\\.sigstore$': { type: 'object', properties: { content_type: text, data: text } },
          },
          additionalProperties: false,
        },
      },
    }),
    putString: json(base64),
    // A valid value fits, even if all of its characters are escaped.
    putLong: { ...json({ type: 'string', maxLength: 3000 }), 'x-max-bytes': 20_000 },
    putLongList: { ...json({ type: 'array', items: base64 }), 'x-max-bytes': 20_000 },
    putList: json({ type: 'array', items: base64 }),
    putTuple: json({ type: 'array', prefixItems: [text, base64], items: false, minItems: 2 }),
    putTree: json({ $ref: '#/components/schemas/Tree' }),
    putChoice: json({
      oneOf: [
        { type: 'object', required: ['kind'], properties: { kind: { const: 'text' }, value: text } },
        { $ref: '#/components/schemas/File' },
      ],
    }),
    putOthers: json({
      type: 'object',
      properties: { title: text, x: base64 },
      additionalProperties: { oneOf: [base64, { type: 'array', items: text }] },
    }),
  },
  {
    Attachment: {
      type: 'object',
      required: ['data'],
      properties: { content_type: text, data: base64, length: { type: 'integer' } },
    },
    Tree: {
      type: 'object',
      properties: {
        name: text,
        data: base64,
        below: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
      },
    },
    File: {
      allOf: [
        { type: 'object', required: ['kind'], properties: { kind: { const: 'file' } } },
        { properties: { data: { anyOf: [base64, { type: 'null' }] } } },
      ],
    },
  },
);

const lines = (items: object): object => ({
  required: true,
  content: { 'application/x-ndjson': { schema: { type: 'array', minItems: 1, maxItems: 100, items } } },
});

/** Lines of JSON, such as the commit of Hugging Face's client, which has bytes in some. */
export const lineBodies = describedBodies({
  putCommit: lines({
    oneOf: [
      {
        type: 'object',
        required: ['key', 'value'],
        properties: { key: { const: 'header' }, value: { type: 'object', properties: { summary: text } } },
      },
      {
        type: 'object',
        required: ['key', 'value'],
        properties: {
          key: { const: 'file' },
          value: {
            type: 'object',
            required: ['path', 'content'],
            properties: { path: text, content: base64, encoding: { const: 'base64' } },
          },
        },
      },
    ],
  }),
  putNumbers: lines({ type: 'integer', minimum: 0, maximum: 9 }),
});

const form = (schema: object): object => ({ required: true, content: { 'multipart/form-data': { schema } } });

/** Forms whose parts repeat or have any name, and those without files. */
export const formBodies = describedBodies({
  putRepeated: form({
    type: 'object',
    required: ['classifiers'],
    properties: {
      classifiers: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'string', maxLength: 10 } },
      title: text,
      content: bytes,
      more: { type: 'array', maxItems: 3, items: bytes },
    },
    additionalProperties: true,
  }),
  putAnyFile: form({ type: 'object', minProperties: 1, maxProperties: 2, additionalProperties: bytes }),
  putPatterns: form({
    type: 'object',
    patternProperties: { '^file_[0-9]+$': bytes, '^text_[0-9]+$': text },
    additionalProperties: false,
  }),
  putFields: {
    required: true,
    content: {
      'application/x-www-form-urlencoded': {
        schema: {
          type: 'object',
          required: ['paths'],
          properties: { paths: { type: 'array', minItems: 1, maxItems: 3, items: text }, expand: text },
        },
      },
    },
  },
});

/** Bodies that are JSON of other kinds than objects, and those that need not be there. */
export const plainBodies = describedBodies({
  putTag: json({ type: 'string', pattern: '^[0-9.]{1,9}$' }),
  putOptional: {
    required: false,
    content: { 'application/json': { schema: { type: 'object', required: ['name'], properties: { name: text } } } },
  },
});

export const byteDescriptions = [rawBodies, jsonBodies, lineBodies, formBodies, plainBodies];
