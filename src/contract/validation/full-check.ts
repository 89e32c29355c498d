/**
 * Rejects requests with express-openapi-validator, the only validator that rejects. It gets an object instead of the
 * request, which it would modify, and a description of requests only. Its coerced values are dropped. The only file
 * that depends on this library.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { describedNumber } from './described-number.ts';
import type { DescribedOperation, OpenApiDocument } from '../description.ts';
import type { RawParameters } from './quick-check.ts';
import { formatOptions } from './json-schema.ts';
import { essenceOf, keyDescribing } from '../media-types.ts';
import { memoizeBy } from '../memoize-by.ts';
import { parameterNames } from '../path-template.ts';
import { invalidRequest, placesOf, type InvalidPlace } from '../replies/problems.ts';
import { Failure } from '../../model/failure.ts';
import { inWords } from './validation-messages.ts';

export interface FullCheck {
  /** Returns the violations of the parameters; undefined if there are none. */
  parameters(raw: RawParameters): Promise<Failure | undefined>;
  /**
   * Returns the violations of the body and its media type, for a request with valid parameters; undefined if there are
   * none.
   */
  body(raw: RawParameters, body: unknown): Promise<Failure | undefined>;
}

type Middleware = (request: object, response: object, next: (error?: unknown) => void) => unknown;

export function createFullCheck(document: OpenApiDocument, operation: DescribedOperation): FullCheck {
  const judges = judgesOf(document);
  return {
    parameters: async (raw) => {
      const asked = { ...question(operation, raw), body: {} };
      const error = await verdict(document, operation, await judges.parameters(), asked);
      return withPlaces(notDecimal(document, operation, raw), error);
    },
    body: async (raw, body) => {
      // The library accepts an optional body without a type.
      if (hasNoType(operation, raw)) return otherMediaType(undefined, operation.body);
      return verdict(document, operation, await (isShort(raw) ? judges.shortBodies() : judges.longBodies()), {
        ...question(operation, { ...raw, headers: withDescribedType(operation, raw.headers) }),
        // The library treats a body as optional if its schema has no required properties, even if `requestBody` is
        // required.
        body: body === undefined && operation.body?.required ? null : body,
      });
    },
  };
}

/**
 * Loads the library for the first rejections of a description, in steps of about 200 ms that block the process, with
 * pauses for requests between them. Long invalid bodies are rare, so their validator is loaded with the first one.
 */
export async function prepareRefusals(document: OpenApiDocument): Promise<void> {
  const { parameters, shortBodies } = judgesOf(document);
  const hasBodies = Object.values(document.paths).some((item) => methods.some((method) => hasBody(item[method])));
  for (const judges of hasBodies ? [parameters, shortBodies] : [parameters]) {
    await pause(preparationPause, undefined, { ref: false });
    for (const middleware of await judges()) {
      await new Promise<void>(
        (resolve) => void Promise.resolve(middleware(nothing, {}, () => resolve())).catch(resolve),
      );
    }
  }
}

function hasBody(operation: unknown): boolean {
  return typeof operation === 'object' && operation !== null && 'requestBody' in operation;
}

/** In milliseconds. */
const preparationPause = 100;

/** A request without an operation, which makes the library read the description. */
const nothing = { method: 'GET', url: '/', originalUrl: '/', path: '/', headers: {}, query: {}, params: {}, app: {} };

/** Creates an instance at its first use. It takes about 200 ms, and then a few for each operation. */
const judgesOf = memoizeBy((document: OpenApiDocument) => ({
  parameters: lazily(() => judge(document, { body: false, allErrors: true })),
  shortBodies: lazily(() => judge(document, { body: true, allErrors: true })),
  longBodies: lazily(() => judge(document, { body: true, allErrors: false })),
}));

/** Returns whether the body is small enough to find all errors, which would take seconds for half a million. */
function isShort({ headers }: RawParameters): boolean {
  const { 'content-length': length, 'content-encoding': encoding } = headers;
  return encoding === undefined && length !== undefined && Number(length) <= short;
}

/** In bytes, as in the description of `errors`: a body that takes about ten milliseconds. */
const short = 16 * 1024;

async function judge(
  document: OpenApiDocument,
  { body, allErrors }: { readonly body: boolean; readonly allErrors: boolean },
): Promise<Middleware[]> {
  const { middleware } = await import('express-openapi-validator');
  return middleware({
    // The library's type for descriptions is narrower than OpenAPI 3.1, but the library supports this one.
    apiSpec: cutDown(document, body) as never,
    validateApiSpec: false,
    validateRequests: { allErrors },
    validateResponses: false,
    validateSecurity: false,
    ajvFormats: formatOptions,
    fileUploader: false,
    useRequestUrl: true,
  }) as Middleware[];
}

/**
 * Returns the requests only, without responses, security and servers, which the library would apply. Each operation has
 * its own URL, so that the library finds the same operation as the router.
 */
function cutDown({ openapi, info, paths, components }: OpenApiDocument, withBody: boolean): object {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const described = item[method] as (Record<string, unknown> & { readonly operationId: string }) | undefined;
      if (described === undefined) return [];
      const { requestBody, ...operation } = described;
      const kept = { ...operation, responses: { 200: { description: '' } }, security: [] };
      const body = withBody && requestBody !== undefined ? { requestBody } : {};
      const names = parameterNames(path).map((name) => `{${name}}`);
      const url = ['', described.operationId, ...names].join('/');
      return [[url, { parameters: item['parameters'] ?? [], [method]: { ...kept, ...body } }]];
    }),
  );
  const kept = { openapi, info, paths: Object.fromEntries(operations), components };
  // A copy, because the library modifies it.
  return JSON.parse(JSON.stringify(kept).replaceAll(`"${form}":`, `"${neutralForm}":`)) as object;
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];

/** The properties of a request that the library reads. */
interface Question {
  readonly headers: RawParameters['headers'];
  readonly [property: string]: unknown;
}

function question({ id, method, path: template }: DescribedOperation, raw: RawParameters): Question {
  const { target, headers } = raw;
  const values = parameterNames(template).map((name) => encodeURIComponent(raw.path[name] ?? ''));
  const path = ['', id, ...values].join('/');
  // The library searches the URL for reserved characters only, and a second question mark would end the query early.
  const url = `${path}?${target.rawQuery.replaceAll('?', ':')}`;
  const names = Object.entries(target.query).map(([name, value]) => [
    name.replaceAll('[', bracket),
    Array.isArray(value) ? [...value] : value,
  ]);
  return {
    method,
    url,
    originalUrl: url,
    path,
    baseUrl: '',
    headers: { ...headers },
    query: Object.fromEntries(names),
    params: {},
    app: { enabled: () => false, param: () => undefined },
  };
}

async function verdict(
  document: OpenApiDocument,
  { body }: DescribedOperation,
  middlewares: readonly Middleware[],
  request: Question,
): Promise<Failure | undefined> {
  try {
    for (const middleware of middlewares) {
      await new Promise<void>((resolve, reject) => {
        Promise.resolve(middleware(request, {}, (error) => (error === undefined ? resolve() : reject(error)))).catch(
          reject,
        );
      });
    }
    return undefined;
  } catch (error) {
    const { error: refusals } = await import('express-openapi-validator');
    if (error instanceof refusals.UnsupportedMediaType) return otherMediaType(request.headers['content-type'], body);
    if (!(error instanceof refusals.BadRequest)) throw error;
    const type = String(request.headers['content-type']);
    const schema = body?.media.get(type === neutralForm ? form : type)?.schema ?? {};
    const errors = inWords(error.errors, document, schema);
    return invalidRequest(errors.slice(0, mostPlaces).map(placed));
  }
}

/** Returns whether a body has no `Content-Type`, and the description requires one. */
function hasNoType({ body }: DescribedOperation, { headers }: RawParameters): boolean {
  return headers['content-type'] === undefined && keyDescribing(body?.media ?? new Map(), '') === undefined;
}

/** The library caches compiled schemas by the sent media type, of which a range has an unlimited number. */
function withDescribedType({ body }: DescribedOperation, headers: RawParameters['headers']): RawParameters['headers'] {
  const key = body && keyDescribing(body.media, essenceOf(headers['content-type']?.toString()));
  return key === undefined ? headers : { ...headers, 'content-type': key === form ? neutralForm : key };
}

/**
 * The library parses lists in forms as JSON, although they are already lists. It does not parse forms of another type.
 */
const form = 'multipart/form-data';
const neutralForm = 'application/form-data';

/** The library accepts all numbers of JavaScript, such as 0x10 and blanks around them; 1e999 also passes all bounds. */
function notDecimal(
  document: OpenApiDocument,
  { parameters }: DescribedOperation,
  { target: { query } }: RawParameters,
): InvalidPlace[] {
  return parameters.flatMap((parameter) => {
    const number = describedNumber(document, parameter);
    const values = [query[parameter.name] ?? []].flat();
    if (number === undefined || values.every((value) => number.form.test(value))) return [];
    return [{ path: `query.${parameter.name}`, message: number.expectation }];
  });
}

/** Returns these errors, and those of the failure at other locations. */
function withPlaces(places: readonly InvalidPlace[], error: Failure | undefined): Failure | undefined {
  if (places.length === 0) return error;
  const others = error === undefined ? [] : placesOf(error);
  const isOther = ({ path }: InvalidPlace): boolean => !places.some((place) => place.path === path);
  return invalidRequest([...places, ...others.filter(isOther)].slice(0, mostPlaces));
}

function otherMediaType(sent: RawParameters['headers'][string], body: DescribedOperation['body']): Failure {
  const said =
    sent === undefined ? 'The request has no Content-Type' : `The body is ${String(sent).slice(0, longestType)}`;
  const described = [...(body?.media.keys() ?? [])].join(' or ');
  return new Failure('unsupported-media-type', `${said}. Send ${described}.`);
}

/** The maximum number of errors in a problem. */
const mostPlaces = 100;

/** The library's locations are like `/query/per_page`, with `params` for `path`. */
function placed({ path, message }: InvalidPlace): InvalidPlace {
  const steps = path.split('/').filter((step) => step !== '');
  const place = (steps[0] === 'params' ? ['path', ...steps.slice(1)] : steps).join('.');
  const told = (text: string, longest: number): string => text.replaceAll(bracket, '[').slice(0, longest);
  return { path: told(place || 'request', longestPath), message: told(message, longestMessage) };
}

/** Replaces a bracket in the name of a parameter, which the library would parse as an object. */
const bracket = '\u{e000}';

const longestPath = 1000;
const longestType = 100;
const longestMessage = 2000;

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
