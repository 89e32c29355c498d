/** Three services of one server, each with failures in its own shape: OCI's errors, plain text, and pages for people. */
import { createContract, type ContractOptions } from '../../src/contract/contract.ts';
import { readDescription, type OpenApiDocument } from '../../src/contract/description.ts';
import type { Env } from '../../src/contract/operation.ts';
import type { ReplyEvent } from '../../src/contract/replies/deliver.ts';
import { problemReply } from '../../src/contract/replies/problems.ts';
import type { RequestFacts, WriteFailure } from '../../src/contract/replies/service-replies.ts';
import { createHttpServer, serve } from '../../src/server/http-server.ts';
import { anyRequestId } from '../fixtures/request-id.ts';
import { listenLocally, type Listening } from '../fixtures/listen-locally.ts';
import { limits } from './serve-description.ts';

const standing = {
  'Cache-Control': { required: true, schema: { type: 'string' }, example: 'no-cache' },
  'X-Content-Type-Options': { required: true, schema: { const: 'nosniff' }, example: 'nosniff' },
  'X-Request-Id': { required: true, schema: { type: 'string', format: 'uuid' }, example: anyRequestId },
};

const text = { schema: { type: 'string', maxLength: 3000 }, examples: { failure: { value: 'It is wrong.' } } };

const ociErrors = {
  schema: {
    type: 'object',
    required: ['errors'],
    additionalProperties: false,
    properties: {
      errors: {
        type: 'array',
        maxItems: 1,
        items: {
          type: 'object',
          required: ['code', 'message'],
          additionalProperties: false,
          properties: {
            code: { enum: ['DENIED', 'NAME_UNKNOWN', 'UNAUTHORIZED', 'UNSUPPORTED', 'UNKNOWN'] },
            message: { type: 'string' },
          },
        },
      },
    },
  },
  examples: { failure: { value: { errors: [{ code: 'UNKNOWN', message: 'It is wrong.' }] } } },
};

const asProblem = {
  schema: { type: 'object', required: ['message'], additionalProperties: true },
  examples: { failure: { value: { message: 'It is wrong.' } } },
};

/** A description whose failures have one form of content. */
function shop(
  title: string,
  content: object,
  headers: object,
  paths: OpenApiDocument['paths'],
  more: object = {},
): OpenApiDocument {
  const described = (required: object = {}): object => ({
    description: 'It is wrong. Mend it.',
    headers: { ...standing, ...headers, ...required },
    content,
  });
  const challenge = { 'WWW-Authenticate': { required: true, schema: { type: 'string' }, example: 'Basic realm="x"' } };
  const failures = Object.fromEntries(
    [400, 401, 403, 404, 408, 413, 415, 500].map((status) => [status, described(status === 401 ? challenge : {})]),
  );
  const done = {
    description: 'Done.',
    headers: { ...standing, ...headers },
    content: {
      'application/json': { schema: { type: 'object', additionalProperties: true }, examples: { done: { value: {} } } },
    },
  };
  const withResponses = Object.entries(paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([key, operation]) =>
        key === 'parameters'
          ? [key, operation]
          : [key, { ...(operation as object), responses: { 200: done, ...failures } }],
      ),
    ),
  ]);
  return {
    openapi: '3.1.1',
    info: { title, version: '1' },
    security: [{ token: ['pull'] }],
    paths: Object.fromEntries(withResponses) as OpenApiDocument['paths'],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' }, password: { type: 'http', scheme: 'basic' } },
    },
    ...more,
  };
}

const spanning = (name: string, pattern: string): object => ({
  name,
  in: 'path',
  required: true,
  'x-spans-segments': true,
  schema: { type: 'string', pattern, maxLength: 100 },
  example: 'acme/app',
});
const inPath = (name: string): object => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', maxLength: 20 },
  example: 'x',
});
const bytes = {
  required: true,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
};

const version = {
  'Docker-Distribution-API-Version': { required: true, schema: { const: 'registry/2.0' }, example: 'registry/2.0' },
};

export const oci = shop(
  'Images',
  { 'application/json': ociErrors },
  version,
  {
    '/v2/{name}/manifests/{reference}': {
      parameters: [spanning('name', '^[a-z]+(?:/[a-z]+)*$'), inPath('reference')],
      get: { operationId: 'getManifest' },
      put: { operationId: 'putManifest', security: [{ token: ['pull', 'push'] }], requestBody: bytes },
    },
  },
  { 'x-cross-origin': true },
);

export const maven = shop(
  'Artifacts',
  { 'text/plain': text },
  {},
  {
    '/maven/{path}': {
      parameters: [spanning('path', '^[a-z.]+(?:/[a-z.]+)*$')],
      get: { operationId: 'getArtifact', security: [{ password: ['pull'] }, {}] },
      put: { operationId: 'putArtifact', security: [{ password: ['push'] }], requestBody: bytes },
    },
  },
);

const vary = { Vary: { required: false, schema: { const: 'Accept' }, example: 'Accept' } };

export const pages = shop(
  'Pages',
  {
    'application/problem+json': asProblem,
    'text/html': { schema: { type: 'string' }, examples: { page: { value: '<p>' } } },
  },
  vary,
  { '/pages/{page}': { parameters: [inPath('page')], get: { operationId: 'getPage', security: [] } } },
);

const ociCodes: Readonly<Record<string, string>> = {
  unauthenticated: 'UNAUTHORIZED',
  'missing-scope': 'DENIED',
  'not-found': 'NAME_UNKNOWN',
  'method-not-allowed': 'UNSUPPORTED',
};

export const writeOciErrors: WriteFailure = ({ code, detail }, request) => ({
  type: 'application/json',
  body: { errors: [{ code: ociCodes[code] ?? 'UNKNOWN', message: detail }] },
  headers: code === 'unauthenticated' ? { 'WWW-Authenticate': tokenChallenge(request) } : {},
});

/** The token that a request needs, made from what it is about. */
function tokenChallenge({ method, values }: RequestFacts): string {
  const actions = method === 'PUT' ? 'pull,push' : 'pull';
  return `Bearer realm="https://packages.test/token",service="packages.test",scope="repository:${values['name']}:${actions}"`;
}

export const writePlainText: WriteFailure = ({ detail }) => ({ reason: detail, type: 'text/plain', body: detail });

export const writeForPeople: WriteFailure = (failure, { headers }) => ({
  ...(headers.accept?.startsWith('text/html')
    ? { type: 'text/html', body: `<p>${failure.title}</p>` }
    : problemReply(failure)),
  headers: { Vary: 'Accept' },
});

export const ociHeaders = { 'Docker-Distribution-API-Version': 'registry/2.0' };

type Contract = ContractOptions<Env & { readonly caller: { readonly scopes: readonly string[] } }>;

export interface FailureShops extends Listening {
  readonly events: readonly ReplyEvent[];
}

/** `perform` is what every operation does with the values of its path. */
export function optionsOf(
  perform: (values: Readonly<Record<string, string>>) => object,
  observe: Contract['observe'],
): Contract {
  const operation = ({ path }: { readonly path: Readonly<Record<string, string>> }) => ({
    status: 200,
    body: perform(path),
  });
  const service = (document: OpenApiDocument, failure: WriteFailure, headers = {}): Contract['services'][number] => {
    const description = readDescription(document);
    const operations = Object.fromEntries(description.operations.map(({ id }) => [id, operation]));
    return { description, operations, resolvers: {}, failure, headers };
  };
  return {
    services: [
      service(oci, writeOciErrors, ociHeaders),
      service(maven, writePlainText),
      service(pages, writeForPeople),
    ],
    context: undefined,
    authenticate: (secret) => Promise.resolve(secret === 'bad' ? undefined : { scopes: secret.split(',') }),
    stage: async (content) => {
      for await (const _ of content);
      return { discard: () => Promise.resolve() };
    },
    limits,
    replies: { check: 'always' },
    observe,
  };
}

/** Serves all three like the server, so that malformed HTTP gets a response too. */
export async function openFailureShops(perform: Parameters<typeof optionsOf>[0]): Promise<FailureShops> {
  const events: ReplyEvent[] = [];
  const handle = createContract(optionsOf(perform, (event) => events.push(event)));
  const server = createHttpServer(5000);
  serve(server, { most: 100, patience: 5000, longest: 5000 }, (request, response) => void handle(request, response));
  return { ...(await listenLocally(server)), events };
}
