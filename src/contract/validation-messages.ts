/** What a validator found, in the words of who sent the request and not in those of JSON Schema. */
import type { InvalidPlace } from './problems.ts';

/** As express-openapi-validator lists it: a JSON Pointer from the request, and Ajv's keyword in the code. */
export interface ValidationError extends InvalidPlace {
  readonly errorCode?: string;
}

/** The keywords of a body's schema that are read here. */
export interface BodyKeywords {
  readonly required?: readonly string[];
  /** Replaces everything that Ajv reports for `if`, `then` and `else`. */
  readonly 'x-if-message'?: string;
}

/** Returns the errors without those that only name keywords: alternatives are one error each, and so is an `if`. */
export function inWords(errors: readonly ValidationError[], body: BodyKeywords): readonly InvalidPlace[] {
  return withoutAlternatives(withoutCondition(errors, body));
}

function withoutCondition(errors: readonly ValidationError[], body: BodyKeywords): readonly ValidationError[] {
  const message = body['x-if-message'];
  if (message === undefined || !errors.some((error) => keywordOf(error) === 'if')) return errors;
  const always = new Set(body.required?.map((name) => `/body/${name}`));
  const isOfCondition = (error: ValidationError): boolean =>
    ['if', 'not'].includes(keywordOf(error)) || (keywordOf(error) === 'required' && !always.has(error.path));
  return [{ path: '/body', message }, ...errors.filter((error) => !isOfCondition(error))];
}

/** If the value is of the type of one alternative, what is wrong with it there; otherwise the types as one error. */
function withoutAlternatives(errors: readonly ValidationError[]): readonly ValidationError[] {
  const choices = new Set(errors.filter((error) => keywordOf(error) === 'oneOf').map(({ path }) => path));
  if (choices.size === 0) return errors;
  const rest = errors.filter((error) => keywordOf(error) !== 'oneOf');
  return [...choices].reduce<readonly ValidationError[]>((all, place) => {
    const isType = (error: ValidationError): boolean => error.path === place && keywordOf(error) === 'type';
    const [types, others] = [all.filter(isType), all.filter((error) => !isType(error))];
    if (others.some(({ path }) => path === place || path.startsWith(`${place}/`))) return others;
    const message = types.map((error) => error.message.replace('must be ', '')).join(' or ');
    return [...others, { path: place, message: `must be ${message.replaceAll(',', ' or ')}` }];
  }, rest);
}

function keywordOf({ errorCode = '' }: ValidationError): string {
  return errorCode.replace('.openapi.validation', '');
}
