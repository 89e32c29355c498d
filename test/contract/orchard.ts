/**
 * A description with credentials of all kinds, a scope that depends on the body, and a query that names a thing. Made for
 * tests: no operation of it is one of ours.
 */
import type { OpenApiDocument } from '../../src/contract/description.ts';

const standing = {
  'Cache-Control': { required: true, schema: { type: 'string' } },
  'X-Content-Type-Options': { required: true, schema: { const: 'nosniff' } },
  'X-Request-Id': { required: true, schema: { type: 'string', format: 'uuid' } },
};

const challenge = { 'WWW-Authenticate': { required: true, schema: { type: 'string' } } };

const problem = (headers: object = {}): object => ({
  description: 'A problem.',
  headers: { ...standing, ...headers },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const responses = {
  200: {
    description: 'Done.',
    headers: standing,
    content: {
      'application/json': {
        schema: { type: 'object', additionalProperties: true },
        examples: { done: { value: { by: 'buyer' } } },
      },
    },
  },
  400: problem(),
  401: problem(challenge),
  403: problem(),
  404: problem(),
  408: problem(),
  413: problem(),
  415: problem(),
};

const inPath = (name: string): object => ({ name, in: 'path', required: true, schema: { type: 'string' } });

export const orchard: OpenApiDocument = {
  openapi: '3.1.1',
  info: { title: 'An orchard', version: '1' },
  'x-cross-origin': true,
  'x-ignores-unknown-query': true,
  paths: {
    '/apples/{apple}': {
      parameters: [inPath('apple')],
      get: {
        operationId: 'getApple',
        security: [{ password: ['buy'] }, { token: ['buy'] }, { key: ['buy'] }],
        responses,
      },
    },
    '/pears/{pear}': {
      parameters: [inPath('pear')],
      get: { operationId: 'getPear', security: [{ bare: ['buy'] }, { token: ['look'] }, { word: ['buy'] }], responses },
    },
    '/plums/{plum}': {
      parameters: [
        inPath('plum'),
        {
          name: 'count',
          in: 'query',
          schema: { type: 'integer', default: 5, 'x-clamp': { minimum: 1, maximum: 10 } },
        },
      ],
      get: { operationId: 'getPlum', security: [{ key: ['buy'] }, {}], responses },
    },
    '/shelves/{shelf}/boxes': {
      parameters: [inPath('shelf')],
      post: {
        operationId: 'moveBox',
        security: [{ token: ['buy'] }, {}],
        'x-conditional-scopes': ['give', 'wrap'],
        parameters: [
          { name: 'to', in: 'query', required: true, 'x-resolves': 'shelf', schema: { type: 'string' } },
          { name: 'via', in: 'query', 'x-resolves': 'shelf', schema: { type: 'string' } },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: { needs: { type: 'array', maxItems: 2, items: { enum: ['give', 'wrap'] } } },
              },
            },
          },
        },
        responses,
      },
    },
  },
  components: {
    securitySchemes: {
      password: { type: 'http', scheme: 'basic' },
      token: { type: 'http', scheme: 'Bearer' },
      key: { type: 'apiKey', in: 'header', name: 'X-Orchard-ApiKey' },
      bare: { type: 'apiKey', in: 'header', name: 'Authorization' },
      word: { type: 'apiKey', in: 'header', name: 'X-Orchard-Token', 'x-prefix': 'Token' },
    },
    schemas: { Problem: { type: 'object', required: ['message'], additionalProperties: true } },
  },
};

/** Who holds which secret: the caller has the scopes that the secret spells, such as `buy,look`; `bad` is unknown. */
export async function authenticate(
  secret: string,
): Promise<{ readonly id: string; readonly scopes: readonly string[] } | undefined> {
  return /^[a-z,]+$/.test(secret) && secret !== 'bad' ? { id: secret, scopes: secret.split(',') } : undefined;
}
