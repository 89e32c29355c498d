/**
 * Asks express-openapi-validator, which alone refuses requests. It is asked by a question object and not with the live
 * request, which it would rewrite, and with a description cut down to one URL, since its cost grows with the number of
 * paths. What it coerces is thrown away. The only file that knows this library.
 */
import { decimalOf } from './decimal.ts';
import type { DescribedOperation, OpenApiDocument } from './description.ts';
import type { RawParameters } from './accept.ts';
import { formatOptions } from './json-schema.ts';
import { invalidRequest, type InvalidPlace } from './problems.ts';
import { RegistryError } from '../registry/errors.ts';
import { inWords } from './validation-messages.ts';

export interface Refuser {
  /** Why the parameters break the contract; undefined when it finds nothing. */
  parameters(raw: RawParameters): Promise<RegistryError | undefined>;
  /** The same for the body and its media type, of a request whose parameters are fine. */
  body(raw: RawParameters, body: unknown): Promise<RegistryError | undefined>;
}

type Middleware = (request: object, response: object, next: (error?: unknown) => void) => unknown;

/**
 * An instance is made at its first question: it costs some 25 ms, and most servers never refuse at most URLs. The library
 * itself is loaded then, for it would be the longest part of the start.
 */
export function createRefuser(document: OpenApiDocument, operation: DescribedOperation): Refuser {
  const ofParameters = lazily(() => judge(document, operation, { body: false, allErrors: true }));
  const ofShort = lazily(() => judge(document, operation, { body: true, allErrors: true }));
  const ofLong = lazily(() => judge(document, operation, { body: true, allErrors: false }));
  return {
    parameters: async (raw) =>
      (await verdict(document, operation, await ofParameters(), { ...question(operation, raw), body: {} })) ??
      notDecimal(document, operation, raw),
    // It takes a schema without required properties to mean that the body may be absent, whatever `requestBody` says.
    body: async (raw, body) =>
      verdict(document, operation, await (isShort(raw) ? ofShort() : ofLong()), {
        ...question(operation, raw),
        body: body === undefined && operation.body?.required ? null : body,
      }),
  };
}

/** Whether there are few enough places to find all that are wrong: of half a million that would take seconds. */
function isShort({ headers }: RawParameters): boolean {
  const { 'content-length': length, 'content-encoding': encoding } = headers;
  return encoding === undefined && length !== undefined && Number(length) <= short;
}

/** In bytes, as the description of `errors` has it: what fits into some ten milliseconds. */
const short = 16 * 1024;

async function judge(
  document: OpenApiDocument,
  operation: DescribedOperation,
  { body, allErrors }: { readonly body: boolean; readonly allErrors: boolean },
): Promise<Middleware[]> {
  const { middleware } = await import('express-openapi-validator');
  return middleware({
    // The library's own type for descriptions is narrower than OpenAPI 3.1; it reads this one all the same.
    apiSpec: cutDown(document, operation, body) as never,
    validateApiSpec: false,
    validateRequests: { allErrors },
    validateResponses: false,
    validateSecurity: false,
    ajvFormats: formatOptions,
    fileUploader: false,
    useRequestUrl: true,
  }) as Middleware[];
}

/** One URL and one method, without answers, security and servers, which it would apply; with all it refers to. */
function cutDown(document: OpenApiDocument, { path, method }: DescribedOperation, withBody: boolean): object {
  const item = document.paths[path] ?? {};
  const { requestBody, ...operation } = item[method.toLowerCase()] as Record<string, unknown>;
  const kept = { ...operation, responses: { 200: { description: '' } }, security: [] };
  const body = withBody && requestBody !== undefined ? { requestBody } : {};
  const paths = { [path]: { parameters: item['parameters'] ?? [], [method.toLowerCase()]: { ...kept, ...body } } };
  const { openapi, info, components } = document;
  // A copy of its own, since the library writes into it.
  return structuredClone({ openapi, info, paths, components: reachable(components ?? {}, paths) });
}

/** The components that something refers to, directly or through others. */
function reachable(
  components: NonNullable<OpenApiDocument['components']>,
  from: unknown,
): Record<string, Record<string, unknown>> {
  const found: Record<string, Record<string, unknown>> = {};
  const visit = (value: unknown): void => {
    for (const [, kind = '', name = ''] of (JSON.stringify(value) ?? '').matchAll(
      /"\$ref":"#\/components\/([^/"]+)\/([^/"]+)/g,
    )) {
      const group = (found[kind] ??= {});
      if (name in group) continue;
      group[name] = components[kind]?.[name];
      visit(group[name]);
    }
  };
  visit(from);
  return found;
}

/** The few properties of a request that the library reads. */
interface Question {
  readonly headers: RawParameters['headers'];
  readonly [property: string]: unknown;
}

function question(operation: DescribedOperation, { target, headers }: RawParameters): Question {
  const { path, rawQuery } = target;
  // In the URL it looks for reserved characters only, and there a second question mark would end the query early.
  const url = `${path}?${rawQuery.replaceAll('?', ':')}`;
  const names = Object.entries(target.query).map(([name, value]) => [
    name.replaceAll('[', bracket),
    Array.isArray(value) ? [...value] : value,
  ]);
  return {
    method: operation.method,
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
): Promise<RegistryError | undefined> {
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
    const schema = body?.media.get(mediaTypeOf(request))?.schema ?? {};
    const errors = inWords(error.errors, document, schema);
    return invalidRequest(errors.slice(0, mostPlaces).map(placed));
  }
}

function mediaTypeOf({ headers }: Question): string {
  return (
    String(headers['content-type'] ?? '')
      .split(';', 1)[0]
      ?.trim()
      .toLowerCase() ?? ''
  );
}

/** It takes all that JavaScript takes for numbers, such as 0x10 and blanks around them; 1e999 also keeps all bounds. */
function notDecimal(
  document: OpenApiDocument,
  { parameters }: DescribedOperation,
  { target: { query } }: RawParameters,
): RegistryError | undefined {
  const places = parameters
    .filter((parameter) => {
      const decimal = decimalOf(document, parameter);
      return decimal !== undefined && ![query[parameter.name] ?? []].flat().every((value) => decimal.test(value));
    })
    .map(({ name }) => ({ path: `query.${name}`, message: 'must be a number in decimal digits, such as 10' }));
  return places.length === 0 ? undefined : invalidRequest(places);
}

function otherMediaType(sent: RawParameters['headers'][string], body: DescribedOperation['body']): RegistryError {
  const said =
    sent === undefined ? 'The request has no Content-Type' : `The body is ${String(sent).slice(0, longestType)}`;
  const described = [...(body?.media.keys() ?? [])].join(' or ');
  return new RegistryError('unsupported-media-type', `${said}; send ${described}.`);
}

/** As many as the contract lets a problem list. */
const mostPlaces = 100;

/** Its places are `/query/per_page` and the like, with `params` for what OpenAPI calls `path`. */
function placed({ path, message }: InvalidPlace): InvalidPlace {
  const steps = path.split('/').filter((step) => step !== '');
  const place = (steps[0] === 'params' ? ['path', ...steps.slice(1)] : steps).join('.');
  const told = (text: string, longest: number): string => text.replaceAll(bracket, '[').slice(0, longest);
  return { path: told(place || 'request', longestPath), message: told(message, longestMessage) };
}

/** Stands for one in the name of a parameter, which would be unfolded into an object. */
const bracket = '\u{e000}';

const longestPath = 1000;
const longestType = 100;
const longestMessage = 2000;

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
