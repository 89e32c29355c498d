/**
 * Accepts valid requests with one compiled validator per operation. It never rejects: requests that it does not accept
 * are checked by express-openapi-validator (`full-check.ts`).
 */
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { describedNumber } from './described-number.ts';
import { follow, type DescribedOperation, type OpenApiDocument, type Schema } from '../description.ts';
import { createSchemaCompiler } from './json-schema.ts';
import type { RequestTarget } from '../target.ts';

/** The parameters of the request, as texts. */
export interface RawParameters {
  readonly path: Readonly<Record<string, string>>;
  readonly target: RequestTarget;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The parameters with the types and defaults of the contract. */
export interface Parameters {
  readonly path: object;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: object;
}

export interface QuickCheck {
  /** Returns undefined if the parameters are not accepted. */
  parameters(raw: RawParameters): Parameters | undefined;
  /**
   * Returns whether the body is accepted, and sets the defaults of the contract. `mediaType` is the key that describes
   * it.
   */
  body(mediaType: string, body: unknown): boolean;
}

/** Returns the acceptors of a description's operations. Their validators are compiled on first use. */
export function createQuickChecks(document: OpenApiDocument): (operation: DescribedOperation) => QuickCheck {
  const fromText = createSchemaCompiler(document, 'from-text');
  const asIs = createSchemaCompiler(document, 'none');
  return (operation) => {
    let validate: ValidateFunction | undefined;
    const bodies = new Map<string, ValidateFunction>();
    const headerNames = namesIn(operation, 'header').map((name) => name.toLowerCase());
    const guarded = new Set(
      operation.parameters.filter((p) => p.in === 'query' && p.allowReserved).map(({ name }) => name),
    );
    const lists = operation.parameters
      .filter(({ in: place, schema }) => place === 'query' && follow<Schema>(document, schema)['type'] === 'array')
      .map(({ name }) => name);
    const numbers = operation.parameters.flatMap((parameter) => {
      const number = describedNumber(document, parameter);
      return number === undefined ? [] : [[parameter.name, number] as const];
    });
    return {
      parameters({ path, target: { rawQuery, query }, headers }) {
        if (rawQuery !== '' && !isPlain(rawQuery, query, guarded)) return undefined;
        if (!numbers.every(([name, { form }]) => isDecimal(query[name], form))) return undefined;
        const values: Record<string, unknown> = { ...query };
        // A list of one value is sent like a single value.
        for (const name of lists) if (typeof values[name] === 'string') values[name] = [values[name]];
        const input = { path: { ...path }, query: values, headers: pick(headers, headerNames) };
        validate ??= fromText.compile(parametersSchema(operation));
        if (!validate(input)) return undefined;
        for (const [name, { clamp }] of numbers) {
          const value = values[name];
          if (typeof value === 'number') values[name] = clamp(value);
        }
        return Object.values(values).every(isFinite) ? input : undefined;
      },
      body(mediaType, body) {
        const media = operation.body?.media.get(mediaType);
        if (!media) return false;
        const validateBody = bodies.get(mediaType) ?? asIs.compile(media.schema);
        bodies.set(mediaType, validateBody);
        return validateBody(body);
      },
    };
  };
}

function parametersSchema(operation: DescribedOperation): Schema {
  const place = (where: 'path' | 'query' | 'header', additionalProperties: boolean): Schema => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === where);
    const key = (name: string) => (where === 'header' ? name.toLowerCase() : name);
    return {
      type: 'object',
      properties: Object.fromEntries(parameters.map(({ name, schema }) => [key(name), schema])),
      required: parameters.filter(({ required }) => required).map(({ name }) => key(name)),
      additionalProperties,
    };
  };
  return { properties: { path: place('path', true), query: place('query', false), headers: place('header', true) } };
}

/** express-openapi-validator rejects empty values, and reserved characters unless the contract allows them. */
function isPlain(rawQuery: string, query: RequestTarget['query'], reservedAllowed: ReadonlySet<string>): boolean {
  for (const name in query) if (query[name] === '') return false;
  if (!mayHoldReserved.test(rawQuery)) return true;
  return rawQuery.split('&').every((pair) => {
    const [name = '', value = ''] = pair.split('=');
    return reservedAllowed.has(name) || !reserved.test(value);
  });
}

/** RFC 3986, section 2.2. */
const reserved = /[:/?#[\]@!$&'()*+,;=]/;
const mayHoldReserved = /[:/?#[\]@!$'()*+,;]/;

/** Returns whether each value has the right format. An absent parameter has no values. */
function isDecimal(values: string | readonly string[] | undefined, form: RegExp): boolean {
  return [values ?? []].flat().every((value) => form.test(value));
}

/** Ajv accepts Infinity as a number, and then ignores the bounds of the schema. */
function isFinite(value: unknown): boolean {
  return typeof value !== 'number' || Number.isFinite(value);
}

function namesIn(operation: DescribedOperation, where: 'path' | 'query' | 'header'): string[] {
  return operation.parameters.filter((parameter) => parameter.in === where).map(({ name }) => name);
}

function pick(headers: RawParameters['headers'], names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const name of names) if (headers[name] !== undefined) picked[name] = headers[name];
  return picked;
}
