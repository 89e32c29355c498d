/**
 * The responses that the server can send for any operation, computed from its description. Used by the lint rule that
 * checks that they are described, and by the command that writes them (`openapi/generate/`).
 */
import type { Operation, Parameter, SecurityRequirement } from './rule.ts';

export interface StandardResponse {
  readonly status: number;
  /** The reason why it can occur. */
  readonly why: string;
  /** The name of its file in `components/responses/`; undefined if there is no standard one. */
  readonly component?: string;
}

/** The facts that determine the standard responses of an operation. */
export interface OperationFacts {
  readonly writes: boolean;
  readonly path: string;
  /** The scopes of each alternative of `security` that has credentials. */
  readonly scopes: readonly (readonly string[])[];
  /** Whether some requests need more scopes. */
  readonly hasConditionalScopes: boolean;
  /** Whether a query parameter has `x-resolves`. */
  readonly findsByQuery: boolean;
  readonly hasBody: boolean;
  /** The header parameters, in lower case. */
  readonly headers: readonly string[];
  /** Whether at least one operation of the description has a 429. */
  readonly limited: boolean;
}

export interface DescribedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  /** Including those of the path item, without references. */
  readonly parameters: readonly Parameter[];
  /** The default of the description for operations without `security`. */
  readonly security: readonly SecurityRequirement[];
  readonly limited: boolean;
}

/** Returns the standard responses of an operation, by ascending status. */
export function standardResponses(described: DescribedOperation): readonly StandardResponse[] {
  const facts = factsOf(described);
  return all.filter(({ occurs }) => occurs(facts));
}

function factsOf({ method, path, operation, parameters, security, limited }: DescribedOperation): OperationFacts {
  return {
    writes: method !== 'get' && operation.operationId?.startsWith('explain') !== true,
    path,
    scopes: (operation.security ?? security).flatMap((requirement) => Object.values(requirement)),
    hasConditionalScopes: (operation['x-conditional-scopes'] ?? []).length > 0,
    findsByQuery: parameters.some((parameter) => parameter['x-resolves'] !== undefined),
    hasBody: operation.requestBody !== undefined,
    headers: parameters.filter(({ in: place }) => place === 'header').map(({ name = '' }) => name.toLowerCase()),
    limited,
  };
}

/** Credentials and path parameters are looked up in the database. */
const readsRecords = (facts: OperationFacts): boolean => facts.scopes.length > 0 || namesThings(facts);

const namesThings = ({ path, findsByQuery }: OperationFacts): boolean => path.includes('{') || findsByQuery;

/** See `src/contract/contract.ts` for the order in which they are sent. */
const all: readonly (StandardResponse & { readonly occurs: (facts: OperationFacts) => boolean })[] = [
  {
    status: 206,
    component: 'PartOfFile',
    why: 'it reads `Range`',
    occurs: ({ headers }) => headers.includes('range'),
  },
  {
    status: 304,
    component: 'NotModified',
    why: 'it reads `If-None-Match`',
    occurs: ({ writes, headers }) => !writes && headers.includes('if-none-match'),
  },
  {
    status: 400,
    component: 'BadRequest',
    why: 'a query that is not percent-encoded UTF-8 is rejected everywhere',
    occurs: () => true,
  },
  {
    status: 401,
    component: 'Unauthorized',
    why: 'credentials can be invalid',
    occurs: ({ scopes }) => scopes.length > 0,
  },
  {
    status: 403,
    component: 'Forbidden',
    why: 'scopes can be missing',
    occurs: ({ scopes, hasConditionalScopes }) => hasConditionalScopes || scopes.some((needed) => needed.length > 0),
  },
  {
    status: 404,
    component: 'NotFound',
    why: 'the resource of the path or the query can be missing',
    occurs: namesThings,
  },
  { status: 408, component: 'RequestTimeout', why: 'a body can stall', occurs: ({ hasBody }) => hasBody },
  {
    status: 412,
    component: 'PreconditionFailed',
    why: 'it reads `If-Match`',
    occurs: ({ headers }) => headers.includes('if-match'),
  },
  { status: 413, component: 'PayloadTooLarge', why: 'a body can be too large', occurs: ({ hasBody }) => hasBody },
  {
    status: 415,
    component: 'UnsupportedMediaType',
    why: 'a body can have another media type',
    occurs: ({ hasBody }) => hasBody,
  },
  {
    status: 416,
    component: 'RangeNotSatisfiable',
    why: 'it reads `Range`',
    occurs: ({ headers }) => headers.includes('range'),
  },
  {
    status: 429,
    why: 'other operations here are limited',
    occurs: (facts) => facts.limited && readsRecords(facts),
  },
  { status: 500, component: 'InternalError', why: 'anything can fail', occurs: () => true },
  {
    status: 503,
    component: 'Unavailable',
    why: 'it reads records, and their storage can be unavailable',
    occurs: readsRecords,
  },
  {
    status: 507,
    component: 'InsufficientStorage',
    why: 'it writes, and the disk can be full',
    occurs: ({ writes }) => writes,
  },
];
