/**
 * Descriptions of the throw-away ecosystems. They share the components of the API: its failures, its downloads, and the
 * parameters of its paths.
 */
import api from '../../../generated/openapi.json' with { type: 'json' };
import debian from '../../../generated/native/debian.json' with { type: 'json' };
import type { components, operations } from '../../../generated/api.ts';
import type { operations as debianOperations } from '../../../generated/native/debian.ts';
import type { OpenApiDocument } from '../../../src/contract/description.ts';

/** The types of an operation, as `npm run generate` writes them. */
export interface Described<Path, Replies, Body = undefined, Query = unknown, Headers = unknown> {
  readonly parameters: {
    readonly path: HomeOfRegistry & Path;
    readonly query?: Query;
    readonly header?: Headers;
  };
  readonly requestBody: Body extends undefined ? never : { readonly content: { readonly described: Body } };
  readonly responses: Replies;
}

/** A type, because interfaces are not assignable to records. */
type HomeOfRegistry = Readonly<Record<'organization' | 'registry', string>>;

/** No parameter has a default. */
export type NoDefaults = Readonly<Record<string, never>>;

type Download = operations['getPackageFile'];

/** The types of an operation that `download` describes. */
export type DescribedDownload<Path> = Described<
  Path,
  Download['responses'],
  undefined,
  unknown,
  NonNullable<Download['parameters']['header']>
>;

/** The types of an operation that `describeTypedDownload` describes. */
export type DescribedTypedDownload<Path> = Described<
  Path,
  Pick<Download['responses'], 304> & {
    readonly [Status in 200 | 206]: {
      readonly headers: Download['responses'][Status]['headers'];
      readonly content: { readonly '*/*': Blob };
    };
  },
  undefined,
  unknown,
  NonNullable<Download['parameters']['header']>
>;

/** The types of an operation that `describeDocument` describes. */
export type DescribedDocument<Path> = Described<
  Path,
  debianOperations['getRelease']['responses'],
  undefined,
  unknown,
  NonNullable<Download['parameters']['header']>
>;

/** A reply of JSON. */
export interface JsonReply<T> {
  readonly headers: StandingHeaders;
  readonly content: { readonly 'application/json': T };
}

/** A reply without content. `Headers` are those of the operation. */
export type EmptyReply<Headers = unknown> = { readonly headers: StandingHeaders & Headers };

type StandingHeaders = Pick<
  components['responses']['NotFound']['headers'],
  'Cache-Control' | 'X-Content-Type-Options' | 'X-Request-Id'
>;

export function describeService(title: string, paths: OpenApiDocument['paths']): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: { title, version: '0' },
    'x-ignores-unknown-query': true,
    paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [`${home}${path}`, item])),
    components: { ...api.components, securitySchemes: debian.components.securitySchemes },
  };
}

const home = '/{organization}/{registry}';

/** The operations of one URL. `parameters` are those of its path, after the registry. */
export function describePath(parameters: readonly object[], item: Readonly<Record<string, object>>) {
  const ofHome = ['OrganizationInPath', 'RegistryInPath'].map((name) => reference('parameters', name));
  return { parameters: [...ofHome, ...parameters], ...item };
}

/** A path parameter; with `spans`, its value may have slashes. */
export function describeParameter(name: string, pattern: string, { spans = false } = {}): object {
  return {
    name,
    in: 'path',
    required: true,
    ...(spans && { 'x-spans-segments': true }),
    schema: { type: 'string', minLength: 1, maxLength: 500, pattern },
  };
}

/** A GET of a document, with ranges and conditions. */
export function describeDocument(operationId: string): object {
  const { responses, ...operation } = describeDownload(operationId);
  const { IndexFile, PartOfIndexFile } = debian.components.responses;
  return { ...operation, responses: { ...responses, 200: IndexFile, 206: PartOfIndexFile } };
}

/** A GET of a stored file, with ranges and conditions. */
export function describeDownload(operationId: string) {
  const { parameters, responses } = api.paths[pathOfDownload].get;
  return { operationId, security: reading, parameters, responses };
}

const pathOfDownload =
  '/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files/{file}';

/** A GET of a stored file in its own media type. */
export function describeTypedDownload(operationId: string): object {
  const { responses, ...operation } = describeDownload(operationId);
  const content = { '*/*': { schema: bytes } };
  const { WholeFile, PartOfFile } = api.components.responses;
  const typed = { 200: { ...WholeFile, content }, 206: { ...PartOfFile, content } };
  return { ...operation, responses: { ...responses, ...typed } };
}

export interface OperationRecipe {
  /** The scope that the caller needs. With `read_packages`, everyone may call it for a public registry. */
  readonly scope: 'read_packages' | 'write_packages';
  readonly query?: readonly object[];
  readonly body?: { readonly type: string; readonly schema: object };
  readonly replies: Readonly<Record<number, object>>;
}

export function describeOperation(operationId: string, { scope, query = [], body, replies }: OperationRecipe): object {
  const failures = Object.entries(body ? { ...failuresOfAll, ...failuresOfBodies } : failuresOfAll);
  return {
    operationId,
    security: scope === 'read_packages' ? reading : reading.slice(0, 2).map((way) => asWriting(way)),
    parameters: query,
    ...(body && { requestBody: { required: true, content: { [body.type]: { schema: body.schema } } } }),
    responses: {
      ...Object.fromEntries(failures.map(([status, name]) => [status, reference('responses', name)])),
      ...(body && { 409: { ...conflict, headers: standing } }),
      ...replies,
    },
  };
}

/** A query parameter, whose reserved characters clients need not encode. */
export function describeQuery(name: string, pattern: string): object {
  return {
    name,
    in: 'query',
    required: true,
    allowReserved: true,
    schema: { type: 'string', maxLength: 500, pattern },
  };
}

export function describeJson(schema: object): object {
  return { description: 'The value.', headers: standing, content: { 'application/json': { schema } } };
}

/** A conflict with the present state. Each kind has members of its own. */
const conflict = {
  description: 'The package exists with other bytes, or the tag has moved. Read the present state, and try again.',
  headers: {},
  content: {
    'application/problem+json': { schema: { type: 'object', required: ['type', 'title', 'status', 'detail'] } },
  },
};

/** A reply without content. `names` are its headers, beside those of every reply. */
export function describeEmpty(...names: readonly string[]): object {
  const own = names.map((name) => [name, { required: true, schema: { type: 'string' } }]);
  return { description: 'Done.', headers: { ...standing, ...Object.fromEntries(own) } };
}

export const bytes = { type: 'string', format: 'binary' };

const reading = [{ password: ['read_packages'] }, { token: ['read_packages'] }, {}];

function asWriting(way: object): object {
  return Object.fromEntries(Object.keys(way).map((scheme) => [scheme, ['write_packages']]));
}

const standing = Object.fromEntries(
  Object.entries({
    'Cache-Control': 'CacheControl',
    'X-Content-Type-Options': 'ContentTypeOptions',
    'X-Request-Id': 'RequestId',
  }).map(([header, name]) => [header, reference('headers', name)]),
);

const failuresOfAll = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  500: 'InternalError',
  503: 'Unavailable',
};

const failuresOfBodies = {
  408: 'RequestTimeout',
  413: 'PayloadTooLarge',
  415: 'UnsupportedMediaType',
  422: 'UnacceptableFile',
  507: 'InsufficientStorage',
};

function reference(kind: string, name: string): object {
  return { $ref: `#/components/${kind}/${name}` };
}
