/** A description that cannot be served stops the start with a message that names the place of the fault. */
import { expect, test } from 'vitest';
import { createContract } from '../../src/contract/contract.ts';
import { readDescription, type OpenApiDocument } from '../../src/contract/description.ts';
import { createRouter } from '../../src/contract/router.ts';
import { shopDescription } from './tiny-shop.ts';

const item = shopDescription.paths['/apples/{apple}'] ?? {};
const get = item['get'] as Record<string, unknown>;
const withGet = (changes: object): OpenApiDocument => ({
  ...shopDescription,
  paths: { '/apples/{apple}': { ...item, get: { ...get, ...changes } } },
});

const withoutComponents: OpenApiDocument = {
  openapi: '3.1.1',
  info: shopDescription.info,
  paths: { '/': { get: { operationId: 'getNothing', responses: {} } } },
};

const withSchemas = (schemas: Record<string, object>): OpenApiDocument => ({
  ...shopDescription,
  components: { ...shopDescription.components, schemas: { ...shopDescription.components?.['schemas'], ...schemas } },
});

const broken: readonly (readonly [title: string, description: OpenApiDocument, says: string])[] = [
  [
    'a reference to nothing',
    withGet({ requestBody: { $ref: '#/components/requestBodies/Pear' } }),
    '#/components/requestBodies/Pear, which does not exist',
  ],
  [
    'a reference to nothing in what nothing refers to',
    withSchemas({ Pear: { allOf: [{ type: 'object', properties: { core: { $ref: '#/components/schemas/Core' } } }] } }),
    '#/components/schemas/Core, which does not exist',
  ],
  ['an operation without a name', withGet({ operationId: undefined }), 'GET /apples/{apple} has no operationId'],
  [
    'a name in the path that is not described',
    { ...shopDescription, paths: { '/apples/{pear}': item } },
    'path and path parameters differ in pear, apple',
  ],
  [
    'two operations of one name',
    { ...shopDescription, paths: { ...shopDescription.paths, '/pears/{apple}': item } },
    'operationId getApple is used twice',
  ],
  ['a security scheme that is not there', withGet({ security: [{ ticket: [] }] }), 'ticket'],
  ['a security scheme where there are none', { ...withoutComponents, security: [{ ticket: [] }] }, 'ticket'],
  [
    'two security schemes in one requirement',
    withGet({ security: [{ token: ['buy'], key: ['buy'] }] }),
    'getApple: credentials are alternatives, but one requirement needs token and key together',
  ],
  ...[
    { type: 'http', scheme: 'digest' },
    { type: 'apiKey', in: 'query', name: 'key' },
    { type: 'apiKey', in: 'cookie' },
    { type: 'openIdConnect' },
  ].map((token): [string, OpenApiDocument, string] => [
    `credentials that cannot be read: ${JSON.stringify(token)}`,
    { ...shopDescription, components: { ...shopDescription.components, securitySchemes: { token } } },
    'security scheme token is not described or not supported',
  ]),
  [
    'a thing that is named elsewhere than in a query',
    withGet({ parameters: [{ name: 'Seller', in: 'header', 'x-resolves': 'apple', schema: { type: 'string' } }] }),
    'x-resolves of Seller is allowed in queries only',
  ],
  ['a status of four figures', withGet({ responses: { 2000: { description: 'x' } } }), 'not as 2000'],
  ['a status with a prefix', withGet({ responses: { 'x-200': { description: 'x' } } }), 'not as x-200'],
  ['an answer for all other statuses', withGet({ responses: { default: { description: 'x' } } }), 'not as default'],
  [
    'a parameter in a cookie',
    withGet({ parameters: [{ name: 'crumb', in: 'cookie', schema: {} }] }),
    'parameter crumb is in cookie',
  ],
  [
    'a parameter without a schema',
    withGet({ parameters: [{ name: 'crumb', in: 'query', content: {} }] }),
    'parameter crumb has no schema',
  ],
];

test.each(broken)('%s', (_, description, says) => {
  expect(() => readDescription(description)).toThrow(says);
});

// RFC 6901, sections 3 and 6.
test('a reference is a JSON Pointer in a URI fragment', () => {
  const Pear = { allOf: [{ $ref: '#/components/schemas/red~1green~0%20apple' }] };
  const schemas = { 'red/green~ apple': { type: 'object' }, Pear };
  expect(() => readDescription(withSchemas(schemas))).not.toThrow();
});

test('a property with the name of a reference is not a reference', () => {
  const Pear = { type: 'object', properties: { $ref: { type: 'string', default: null } } };
  expect(() => readDescription(withSchemas({ Pear }))).not.toThrow();
});

test('an operation without an implementation', () => {
  const services = [{ description: readDescription(shopDescription), operations: {}, resolvers: {} }];
  const limits = {
    file: 1,
    body: 1,
    pace: { bytesPerSecond: 1, patience: 1, longest: 1 },
    drain: { bytes: 1, time: 1 },
  };
  const never = (): never => {
    throw new Error('never');
  };
  const rest = {
    context: undefined,
    authenticate: never,
    stage: never,
    observe: never,
    limits,
    replies: { check: 'always' },
  } as const;
  expect(() => createContract({ services, ...rest })).toThrow('operation getApple is described, but not implemented');
});

test('one URL served twice', () => {
  const [operation] = readDescription(shopDescription).operations;
  const route = operation && { operation, service: 'A shop' };
  expect(() => createRouter(route ? [route, route] : [])).toThrow('GET /apples/{apple} is served twice');
});

// OpenAPI 3.1, Request Body Object and Header Object.
test('what a description does not call required is not', () => {
  const reply = { description: 'x', headers: { 'X-Crumb': { schema: { type: 'string' } } } };
  const silent = withGet({ requestBody: { content: {} }, responses: { 200: reply } });
  const [operation] = readDescription(silent).operations;
  expect([operation?.body?.required, operation?.replies.get(200)?.headers.get('x-crumb')?.required]).toEqual([
    false,
    false,
  ]);
});

test('a description is read once', () => {
  expect(readDescription(shopDescription)).toBe(readDescription(shopDescription));
});
