/**
 * Reads a bundled OpenAPI description once, into the structures of the glue. Only this file, `body-description.ts` and
 * `described-access.ts` depend on the format of OpenAPI. Throws at start if a description cannot be served.
 */
import { readBody, type DescribedBody } from './body-description.ts';
import { isBytes } from './form-parts.ts';
import { readAccess, type DescribedAccess, type SecurityRequirement } from './described-access.ts';
import { memoizeBy } from './memoize-by.ts';
import { checkReferences, follow, type Schema } from './references.ts';

export type { DescribedBody, DescribedMedia } from './body-description.ts';
export { follow, type Schema } from './references.ts';

import { parameterNames } from './path-template.ts';

export interface Description {
  /** The bundle, for references of validators. */
  readonly document: OpenApiDocument;
  readonly operations: readonly DescribedOperation[];
}

export interface DescribedOperation {
  readonly id: string;
  readonly method: Method;
  /** As in the description, such as `/v2/organizations/{organization}`. */
  readonly path: string;
  readonly parameters: readonly DescribedParameter[];
  /** The names of the path parameters whose values are secrets (`format: password`). */
  readonly pathSecrets: readonly string[];
  /** Undefined if the operation reads no body. */
  readonly body: DescribedBody | undefined;
  readonly replies: ReadonlyMap<number, DescribedReply>;
  readonly access: DescribedAccess;
  /** Whether it serves only clients that prefer HTML (`x-for-browsers`), so that programs get another one here. */
  readonly forBrowsers: boolean;
  /** The scopes that only some requests need (`x-conditional-scopes`). */
  readonly conditionalScopes: readonly string[];
  /** Whether pages of other origins may call it (`x-cross-origin` of the description). */
  readonly crossOrigin: boolean;
  /** Whether unknown query parameters are ignored (`x-ignores-unknown-query` of the description). */
  readonly ignoresUnknownQuery: boolean;
}

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';

export interface DescribedParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  /** Whether the query may have unencoded reserved characters of RFC 3986. */
  readonly allowReserved: boolean;
  /** For a path parameter: whether its values may have unencoded slashes. */
  readonly spansSegments: boolean;
  /** Whether its values are secrets (`format: password`). */
  readonly isSecret: boolean;
  readonly schema: Schema;
  /** The path parameter whose resolver is used for this query parameter (`x-resolves`). */
  readonly resolves: string | undefined;
  /** The pattern and the length of the schema, by which the router distinguishes parameters. */
  readonly pattern: string | undefined;
  readonly maxLength: number | undefined;
}

export interface DescribedReply {
  readonly headers: ReadonlyMap<string, { readonly name: string; readonly required: boolean; readonly schema: Schema }>;
  /** By media type or range of media types. The schema is undefined for bytes, which are not validated. */
  readonly content: ReadonlyMap<string, Schema | undefined>;
}

/** The parts of OpenAPI 3.1 that are read here. The linter checks their structure. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: Readonly<Record<string, unknown>>;
  readonly security?: readonly SecurityRequirement[];
  readonly servers?: readonly { readonly url: string }[];
  readonly 'x-cross-origin'?: boolean;
  readonly 'x-ignores-unknown-query'?: boolean;
  /** The remedies for requests that no operation serves, the first that matches. `path` is a regular expression. */
  readonly 'x-remedies'?: readonly {
    readonly methods: readonly string[];
    readonly path: string;
    /** The member whose absence in the body is the reason of the failure. */
    readonly lacks?: string;
    readonly remedy: string;
  }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface OperationObject {
  readonly operationId?: string;
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, unknown>>;
  readonly security?: readonly SecurityRequirement[];
  readonly 'x-conditional-scopes'?: readonly string[];
  readonly 'x-for-browsers'?: boolean;
}

interface ParameterObject {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly allowReserved?: boolean;
  readonly 'x-spans-segments'?: boolean;
  readonly schema?: Schema;
  readonly 'x-resolves'?: string;
}

interface ParameterSchema {
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly format?: string;
}

interface ReplyObject {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

const methods: readonly Method[] = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'];

/**
 * Reads a description, once for each object. Throws an `Error` that names the operation and the fault in its
 * description.
 */
export const readDescription = memoizeBy((document: OpenApiDocument): Description => {
  checkReferences(document, [document.paths, document.components]);
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => method.toLowerCase() in item)
      .map((method) => readOperation(document, path, method, item)),
  );
  const ids = operations.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`operationId ${twice} is used twice`);
  return { document, operations };
});

function readOperation(
  document: OpenApiDocument,
  path: string,
  method: Method,
  item: Readonly<Record<string, unknown>>,
): DescribedOperation {
  const operation = item[method.toLowerCase()] as OperationObject;
  const id = operation.operationId;
  if (id === undefined) throw new Error(`${method} ${path} has no operationId`);
  const shared = (item['parameters'] as readonly unknown[] | undefined) ?? [];
  const parameters = [...shared, ...(operation.parameters ?? [])].map((parameter) =>
    readParameter(document, id, follow<ParameterObject>(document, parameter)),
  );
  checkPathNames(id, path, parameters);
  return {
    id,
    method,
    path,
    parameters,
    pathSecrets: parameters.filter((one) => one.in === 'path' && one.isSecret).map(({ name }) => name),
    body: operation.requestBody === undefined ? undefined : readBody(document, id, operation.requestBody),
    replies: new Map(
      Object.entries(operation.responses ?? {}).map(([status, reply]) => [
        readStatus(id, status),
        readAnswer(document, reply),
      ]),
    ),
    access: readAccess(id, operation.security ?? document.security ?? [], (name) =>
      follow(document, document.components?.['securitySchemes']?.[name]),
    ),
    conditionalScopes: operation['x-conditional-scopes'] ?? [],
    forBrowsers: operation['x-for-browsers'] ?? false,
    crossOrigin: document['x-cross-origin'] ?? false,
    ignoresUnknownQuery: document['x-ignores-unknown-query'] ?? false,
  };
}

function readParameter(document: OpenApiDocument, id: string, parameter: ParameterObject): DescribedParameter {
  const { name, in: place, required, allowReserved, schema, 'x-resolves': resolves } = parameter;
  if (place !== 'path' && place !== 'query' && place !== 'header')
    throw new Error(`${id}: parameter ${name} is in ${place}`);
  if (schema === undefined) throw new Error(`${id}: parameter ${name} has no schema`);
  if (resolves !== undefined && place !== 'query')
    throw new Error(`${id}: x-resolves of ${name} is allowed in queries only`);
  const { pattern, maxLength, format } = follow<ParameterSchema>(document, schema);
  return {
    name,
    in: place,
    required: required ?? false,
    allowReserved: allowReserved ?? false,
    spansSegments: parameter['x-spans-segments'] ?? false,
    isSecret: format === 'password',
    schema,
    resolves,
    pattern,
    maxLength,
  };
}

function readAnswer(document: OpenApiDocument, value: unknown): DescribedReply {
  const { headers = {}, content = {} } = follow<ReplyObject>(document, value);
  return {
    headers: new Map(
      Object.entries(headers).map(([name, header]) => {
        const { required = false, schema = {} } = follow<ParameterObject>(document, header);
        return [name.toLowerCase(), { name, required, schema }];
      }),
    ),
    content: new Map(
      Object.entries(content).map(([type, { schema }]) => [
        type,
        isBytes(document, schema) ? undefined : (schema ?? {}),
      ]),
    ),
  };
}

function readStatus(id: string, status: string): number {
  if (!/^[1-5]\d\d$/.test(status))
    throw new Error(`${id}: responses must be described by their status, not as ${status}`);
  return Number(status);
}

/** Checks that the names in the path and the described path parameters are the same. */
function checkPathNames(id: string, path: string, parameters: readonly DescribedParameter[]): void {
  const inPath = parameterNames(path);
  const described = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const odd = [
    ...inPath.filter((name) => !described.includes(name)),
    ...described.filter((name) => !inPath.includes(name)),
  ];
  if (odd.length > 0) throw new Error(`${id}: path and path parameters differ in ${odd.join(', ')}`);
}
