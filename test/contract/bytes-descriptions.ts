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
