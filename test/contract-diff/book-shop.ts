/** A small description with one of everything whose change matters to a client or a server. */
export const bookShop: object = {
  openapi: '3.1.1',
  info: { title: 'Books', version: '1.0.0' },
  servers: [{ url: 'http://127.0.0.1:8080' }],
  security: [{ token: [] }],
  paths: {
    '/books': {
      get: {
        operationId: 'listBooks',
        description: 'All books.',
        security: [{ token: ['read'] }],
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { name: 'order', in: 'query', allowReserved: true, schema: { type: 'string', enum: ['title', 'year'] } },
          { name: 'X-Trace', in: 'header', schema: { type: 'string', format: 'uuid' } },
        ],
        responses: {
          200: {
            description: 'The books.',
            headers: { ETag: { required: true, schema: { type: 'string', maxLength: 40 } }, Link: linkHeader() },
            content: {
              'application/json': {
                schema: { type: 'array', maxItems: 100, items: { $ref: '#/components/schemas/Book' } },
              },
              'text/csv': { schema: { type: 'string' } },
            },
          },
          400: { $ref: '#/components/responses/Refused' },
        },
      },
      post: {
        operationId: 'addBook',
        description: 'Adds a book.',
        security: [{ token: ['write'] }, { password: ['write'] }],
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/NewBook' } },
            'application/xml': { schema: { $ref: '#/components/schemas/NewBook' } },
          },
        },
        responses: {
          201: {
            description: 'Added.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Book' } } },
            links: { it: { operationId: 'getBook', parameters: { book: '$response.body#/id' } } },
          },
          400: { $ref: '#/components/responses/Refused' },
          409: { $ref: '#/components/responses/Refused' },
        },
      },
    },
    '/books/{book}': {
      parameters: [{ name: 'book', in: 'path', required: true, schema: { type: 'string', pattern: '^b' } }],
      get: {
        operationId: 'getBook',
        description: 'One book.',
        security: [{ token: ['read'] }, {}],
        responses: {
          200: {
            description: 'The book.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Book' } } },
          },
        },
      },
      put: {
        operationId: 'noteBook',
        description: 'Writes a note on a book.',
        requestBody: { content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } } },
        responses: { 204: { description: 'Noted.' } },
      },
      patch: {
        operationId: 'coverBook',
        description: 'Gives a book its cover.',
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['file'],
                properties: { file: { type: 'string', format: 'binary' } },
                if: { required: ['note'] },
                else: { required: ['file', 'text'] },
              },
              encoding: { file: { contentType: 'image/png' } },
            },
          },
        },
        responses: { 204: { description: 'Covered.' } },
      },
    },
    '/health': {
      get: {
        operationId: 'getHealth',
        description: 'Whether it is well.',
        security: [],
        responses: { 204: { description: 'It is.' } },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' }, password: { type: 'http', scheme: 'basic' } },
    parameters: {
      Limit: { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 50, default: 10 } },
    },
    responses: {
      Refused: {
        description: 'Refused.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    schemas: {
      Title: { type: 'string', minLength: 1, maxLength: 80, description: 'What it is called.' },
      Shelf: {
        type: 'object',
        properties: { parts: { type: 'array', items: { $ref: '#/components/schemas/Shelf' } } },
      },
      Book: {
        type: 'object',
        required: ['id', 'title', 'state'],
        properties: {
          id: { type: 'string', format: 'uuid', example: '0191e23a-0000-7000-8000-000000000000' },
          title: { $ref: '#/components/schemas/Title' },
          kind: { type: 'string', const: 'book' },
          state: { type: 'string', enum: ['new', 'sold'] },
          pages: { type: 'integer', minimum: 1, maximum: 5000 },
          subtitle: { type: ['string', 'null'], maxLength: 80 },
          shelf: { $ref: '#/components/schemas/Shelf' },
          cover: { oneOf: [{ type: 'string' }, { type: 'object', required: ['url'] }] },
        },
        allOf: [{ minProperties: 3 }],
      },
      NewBook: {
        type: 'object',
        required: ['title'],
        additionalProperties: false,
        properties: {
          title: { $ref: '#/components/schemas/Title' },
          state: { type: 'string', enum: ['new', 'sold'], default: 'new' },
          pages: { type: 'integer', minimum: 1, maximum: 5000 },
          isbn: { type: 'string', pattern: '^[0-9]{13}$' },
          authors: { type: 'array', items: { type: 'string' } },
          subtitle: { type: ['string', 'null'], maxLength: 80 },
        },
        allOf: [{ not: { required: ['shelf'] } }],
      },
      Problem: {
        type: 'object',
        required: ['message'],
        additionalProperties: false,
        properties: { message: { type: 'string' } },
      },
    },
  },
};

function linkHeader(): object {
  return { description: 'Other pages.', schema: { type: 'string' } };
}
