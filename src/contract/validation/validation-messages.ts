/** Converts the errors of a validator from the terms of JSON Schema to those of the request. */
import { follow, type OpenApiDocument, type Schema } from '../description.ts';
import { inPlainWords } from './plain-words.ts';
import type { InvalidPlace } from '../replies/problems.ts';

/** An error of express-openapi-validator: a JSON Pointer from the request, and Ajv's keyword in the code. */
export interface ValidationError extends InvalidPlace {
  readonly errorCode?: string;
}

/** The keywords of schemas that are read here. */
interface Keywords {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  /** Replaces the errors of Ajv for `if`, `then` and `else` of a body. */
  readonly 'x-if-message'?: string;
  /** Replaces the error of Ajv for `pattern`, which quotes the expression. */
  readonly 'x-pattern-message'?: string;
}

/**
 * Returns the errors without those about keywords only: alternatives are one error each, and so is an `if`. `body` is
 * the schema of the body, which has its own messages for some keywords.
 */
export function inWords(
  errors: readonly ValidationError[],
  document: OpenApiDocument,
  body: Schema,
): readonly InvalidPlace[] {
  const worded = errors.map((error) => withPatternMessage(error, document, body));
  return withoutAlternatives(withoutCondition(worded, follow(document, body))).map((error) => ({
    ...error,
    message: inPlainWords(keywordOf(error), error),
  }));
}

function withPatternMessage(error: ValidationError, document: OpenApiDocument, body: Schema): ValidationError {
  const [, part, ...steps] = error.path.split('/');
  if (keywordOf(error) !== 'pattern' || part !== 'body') return error;
  return { ...error, message: patternMessage(document, body, steps) ?? error.message };
}

/** Returns undefined if the schema has no message for the location. */
function patternMessage(document: OpenApiDocument, schema: Schema, steps: readonly string[]): string | undefined {
  const keywords = follow<Keywords>(document, schema);
  const [step, ...rest] = steps;
  if (step === undefined && keywords['x-pattern-message'] !== undefined) return keywords['x-pattern-message'];
  const below = step === undefined ? undefined : (keywords.properties?.[step] ?? keywords.items);
  const alternatives = (keywords.oneOf ?? []).map((one) => patternMessage(document, one, steps));
  return alternatives.find((message) => message !== undefined) ?? (below && patternMessage(document, below, rest));
}

function withoutCondition(errors: readonly ValidationError[], body: Keywords): readonly ValidationError[] {
  const message = body['x-if-message'];
  if (message === undefined || !errors.some((error) => keywordOf(error) === 'if')) return errors;
  const always = new Set(body.required?.map((name) => `/body/${name}`));
  const isOfCondition = (error: ValidationError): boolean =>
    ['if', 'not'].includes(keywordOf(error)) || (keywordOf(error) === 'required' && !always.has(error.path));
  return [{ path: '/body', message }, ...errors.filter((error) => !isOfCondition(error))];
}

/** Returns the errors in the alternative with the type of the value; if there is none, the types as one error. */
function withoutAlternatives(errors: readonly ValidationError[]): readonly ValidationError[] {
  const choices = new Set(errors.filter((error) => keywordOf(error) === 'oneOf').map(({ path }) => path));
  if (choices.size === 0) return errors;
  const rest = errors.filter((error) => keywordOf(error) !== 'oneOf');
  return [...choices].reduce<readonly ValidationError[]>((all, place) => {
    const isType = (error: ValidationError): boolean => error.path === place && keywordOf(error) === 'type';
    const [types, others] = [all.filter(isType), all.filter((error) => !isType(error))];
    if (others.some(({ path }) => path === place || path.startsWith(`${place}/`))) return others;
    const message = types.map((error) => error.message.replace('must be ', '')).join(' or ');
    return [...others, { path: place, message: `must be ${message}`, errorCode: 'oneOf' }];
  }, rest);
}

function keywordOf({ errorCode = '' }: ValidationError): string {
  return errorCode.replace('.openapi.validation', '');
}
