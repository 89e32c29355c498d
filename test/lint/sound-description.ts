/** A small description with which every rule is content, and which has something for each of them to look at. */

const base = 'http://127.0.0.1:8080';

const problem = (status: number, title: string): object => ({
  description: `${title} it is. Mend it, and try again.`,
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: { problem: { value: { status, message: `${title} it is.` } } },
    },
  },
});

const problems = (...statuses: readonly number[]): object =>
  Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]));

const reading = [400, 401, 403, 404, 500, 503];
const withBody = [408, 413, 415];

const apple = {
  id: '0191e23a-4bc8-7683-bfa4-5f73bc9b7c44',
  name: 'Gala',
  url: `${base}/shops/corner/apples/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44`,
  web_url: `${base}/corner/0191e23a-4bc8-7683-bfa4-5f73bc9b7c44`,
  created_at: '2024-09-11T17:55:57Z',
  weight: 100,
  // An id of version 4 does not contain a time.
  shop: {
    id: '0190e784-eeb7-4ce4-9d2d-87f7aba85433',
    slug: 'corner',
    url: `${base}/shops/corner`,
    created_at: '2020-01-01T00:00:00Z',
  },
};

const asJson = (schema: object, examples: Readonly<Record<string, unknown>>): object => ({
  description: 'What was asked for.',
  content: {
    'application/json': {
      schema,
      examples: {
        ...Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
        shared: { $ref: '#/components/examples/Shared' },
      },
    },
  },
});

const shopParameter = {
  name: 'shop',
  in: 'path',
  required: true,
  description: 'The slug of the shop.',
  schema: { type: 'string', maxLength: 100 },
  example: 'corner',
};

const spanning = (name: string, pattern: string, example: string): object => ({
  name,
  in: 'path',
  required: true,
  'x-spans-segments': true,
  description: 'A way through the tree.',
  schema: { type: 'string', pattern, maxLength: 100 },
  example,
});

/** A thing whose URL has values that span segments. */
const asLeaf = (value: object): object => ({
  description: 'The leaf.',
  content: {
    'application/json': { schema: { $ref: '#/components/schemas/Leaf' }, examples: { leaf: { value } } },
  },
});

const linkTo = (id: string): object => ({
  getApple: { operationId: 'getApple', parameters: { shop: '$request.path.shop', apple: id } },
});

export const soundDescription = {
  openapi: '3.1.1',
  info: { title: 'Shops', version: '1.0.0', license: { name: 'MIT', identifier: 'MIT' } },
  servers: [{ url: base }],
  tags: [{ name: 'Apples', description: 'All of them.' }],
  security: [{ token: ['buy'] }],
  paths: {
    '/shops/{shop}': {
      parameters: [shopParameter],
      delete: {
        operationId: 'deleteShop',
        summary: 'Delete a shop',
        description: 'Deletes the shop.',
        tags: ['Apples'],
        'x-conditional-scopes': ['give'],
        responses: { 204: { description: 'It is gone.' }, ...problems(...reading, 507) },
      },
    },
    '/shops/{shop}/apples': {
      parameters: [shopParameter],
      get: {
        operationId: 'listApples',
        summary: 'List apples',
        description: 'All apples of a shop.',
        tags: ['Apples'],
        parameters: [
          {
            name: 'colour',
            in: 'query',
            description: 'The colours wanted.',
            schema: { type: 'array', maxItems: 10, items: { type: 'string', enum: ['red', 'green'] } },
            example: ['red'],
          },
        ],
        responses: {
          200: {
            ...asJson(
              { type: 'array', maxItems: 100, items: { $ref: '#/components/schemas/Apple' } },
              { gala: [apple] },
            ),
            links: linkTo('$response.body#/0/id'),
          },
          ...problems(...reading),
        },
      },
      post: {
        operationId: 'createApple',
        summary: 'Create an apple',
        description: 'Makes an apple.',
        tags: ['Apples'],
        requestBody: {
          required: true,
          description: 'The apple.',
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/AppleInput' },
              examples: { gala: { value: { name: 'Gala' } } },
            },
          },
        },
        responses: {
          200: {
            ...asJson({ $ref: '#/components/schemas/Apple' }, { gala: apple }),
            links: linkTo('$response.body#/id'),
          },
          ...problems(...reading, ...withBody, 507),
        },
      },
    },
    '/shops/{shop}/apples/{apple}': {
      parameters: [
        shopParameter,
        {
          name: 'apple',
          in: 'path',
          required: true,
          description: 'The id of the apple.',
          schema: { type: 'string', format: 'uuid' },
          example: apple.id,
        },
      ],
      get: {
        operationId: 'getApple',
        summary: 'Get an apple',
        description: 'One apple.',
        tags: ['Apples'],
        security: [{ token: ['buy'] }, {}],
        responses: {
          200: {
            ...asJson({ $ref: '#/components/schemas/Apple' }, { gala: apple }),
            headers: {
              Taste: { required: true, description: 'How it tastes.', schema: { type: 'string', const: 'sweet' } },
            },
          },
          ...problems(...reading),
        },
      },
    },
    '/shops/{shop}/photo': {
      parameters: [shopParameter],
      post: {
        operationId: 'storePhoto',
        summary: 'Store a photo',
        description: 'Keeps a photo.',
        tags: ['Apples'],
        security: [],
        requestBody: {
          required: true,
          description: 'The photo.',
          content: {
            'multipart/form-data': {
              schema: { $ref: '#/components/schemas/Photo' },
              examples: { photo: { value: { tags: ['red'], title: 'Gala', file: 'bytes' } } },
            },
            // Only bytes may be of a range.
            'image/*': { schema: { type: 'string', format: 'binary' } },
          },
        },
        responses: { 204: { description: 'It is kept.' }, ...problems(400, 404, ...withBody, 500, 503, 507) },
      },
    },
    '/trees/{branch}/leaves/{leaf}': {
      parameters: [
        spanning('branch', '^(?:oak|elm)(?:/[a-z]{1,9})?$', 'oak/old'),
        spanning('leaf', '^[a-z/]+$', 'a/b'),
      ],
      get: {
        operationId: 'getLeaf',
        summary: 'Get a leaf',
        description: 'One leaf.',
        tags: ['Apples'],
        security: [],
        responses: {
          200: asLeaf({ name: 'a/b', url: `${base}/trees/oak/old/leaves/a/b` }),
          ...problems(400, 404, 500, 503),
        },
      },
    },
    '/token/': {
      get: {
        operationId: 'getToken',
        summary: 'Get the token',
        description: 'The token in use.',
        tags: ['Apples'],
        security: [{ token: [] }],
        'x-any-valid-token': true,
        responses: { 204: { description: 'It is good.' }, ...problems(400, 401, 500, 503) },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    responses: Object.fromEntries(
      [...reading, ...withBody, 507].map((status) => [`Problem${status}`, problem(status, `Problem ${status}`)]),
    ),
    examples: {
      Shared: { value: { id: '0191e23b-0d1e-7b52-a3a4-9c9d7d0e4f20', created_at: '2024-09-11T17:56:46Z' } },
    },
    schemas: {
      Apple: {
        type: 'object',
        description: 'An apple.',
        unevaluatedProperties: true,
        properties: {
          // Properties beside a reference take precedence.
          id: { $ref: '#/components/schemas/Id', example: apple.id },
          name: { type: 'string', maxLength: 100, description: 'Its kind.', example: 'Gala' },
          url: { type: 'string', format: 'uri', description: 'Where it is.', example: apple.url },
          web_url: { type: 'string', format: 'uri', description: 'Where people see it.', example: apple.web_url },
          created_at: { type: 'string', format: 'date-time', description: 'When.', example: apple.created_at },
          weight: { type: 'integer', minimum: 1, maximum: 1000, description: 'In grams.', example: 100 },
          sizes: {
            type: 'array',
            maxItems: 2,
            description: 'Its width and height.',
            items: { type: 'integer', minimum: 1, maximum: 100, example: 7 },
          },
          // A schema may refer to itself.
          parent: { $ref: '#/components/schemas/Apple' },
          shop: {
            type: 'object',
            description: 'Where it is sold.',
            unevaluatedProperties: true,
            properties: {
              slug: {
                type: 'string',
                pattern: '^[a-z]{1,9}(\\+[a-z]{1,9})?$',
                description: 'Its name in URLs.',
                example: 'corner',
              },
              url: { type: 'string', format: 'uri', description: 'Where it is.', example: apple.shop.url },
            },
          },
        },
      },
      Scope: { type: 'string', enum: ['buy', 'give'], description: 'What a token allows.', example: 'buy' },
      Leaf: {
        type: 'object',
        description: 'A leaf.',
        unevaluatedProperties: true,
        properties: {
          name: { type: 'string', maxLength: 100, description: 'Its way from the branch.', example: 'a/b' },
          url: {
            type: 'string',
            format: 'uri',
            description: 'Where it is.',
            example: `${base}/trees/oak/old/leaves/a/b`,
          },
        },
      },
      Id: {
        type: 'string',
        format: 'uuid',
        description: 'An id.',
        example: '0190e784-eeb7-4ce4-9d2d-87f7aba85433',
      },
      AppleInput: {
        type: 'object',
        description: 'What the apple is to be.',
        additionalProperties: true,
        required: ['name'],
        // Dependent properties are described by `if`, which is about the properties of the surrounding schema.
        if: { required: ['name'] },
        properties: {
          name: { type: 'string', maxLength: 100, description: 'Its kind.', example: 'Gala' },
          photo: { type: 'string', contentEncoding: 'base64', description: 'How it looks.', example: 'YQ==' },
        },
        patternProperties: { '^x-[a-z]+$': { type: 'string', maxLength: 100, example: 'x' } },
      },
      Photo: {
        type: 'object',
        description: 'A photo with its title.',
        additionalProperties: true,
        required: ['tags'],
        properties: {
          tags: {
            type: 'array',
            minItems: 1,
            maxItems: 9,
            items: { type: 'string', maxLength: 9, example: 'red' },
            description: 'What it is filed under.',
          },
          title: { type: 'string', maxLength: 100, description: 'What it shows.', example: 'Gala' },
          file: { type: 'string', format: 'binary', description: 'The photo.' },
        },
      },
      Problem: {
        type: 'object',
        description: 'What was wrong.',
        required: ['status'],
        unevaluatedProperties: true,
        properties: {
          type: { type: 'string', format: 'uri', description: 'Which kind.', example: 'urn:problem' },
          title: { type: 'string', maxLength: 100, description: 'The kind in words.', example: 'Not found' },
          status: { type: 'integer', minimum: 400, maximum: 599, description: 'The status.', example: 404 },
          message: { type: 'string', maxLength: 100, description: 'What was wrong.', example: 'It is not there.' },
        },
      },
    },
  },
};
