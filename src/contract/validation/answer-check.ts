/**
 * Is this answer what the description allows? Status, media type, headers, and the bodies that are JSON. Bytes are only
 * seen to be declared.
 */
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { AnyAnswer } from '../operation.ts';
import type { DescribedAnswer, DescribedOperation, OpenApiDocument, Schema } from '../description.ts';
import { closed } from './closed-schemas.ts';
import { bodyValue, JsonText } from '../replies/json-text.ts';
import { essenceOf, isMediaType, isRange, keyDescribing } from '../media-types.ts';
import { createSchemaCompiler, placeOf, type SchemaCompiler } from './json-schema.ts';

/** What was wrong, one sentence each; none when the answer is as described. */
export type CheckAnswer = (operation: DescribedOperation, answer: SentAnswer) => string[];

/** An answer with its media type settled. */
export interface SentAnswer extends AnyAnswer {
  readonly type?: string;
  readonly headers: Readonly<Record<string, string | number>>;
}

/** With `closed`, properties that no schema names are violations too: how tests find what was never described. */
export function createAnswerCheck(document: OpenApiDocument, objects: 'open' | 'closed'): CheckAnswer {
  const checked = objects === 'closed' ? closed(document) : document;
  const bodies = validatorsOf(createSchemaCompiler(checked, 'none'), (schema) =>
    objects === 'closed' ? closed(schema) : schema,
  );
  // A header comes as text, which can become what its schema says only as the property of an object.
  const headers = validatorsOf(createSchemaCompiler(checked, 'from-text'), (schema) => ({
    properties: { value: schema },
  }));
  const ofBody = oncePerText((described, answer) => bodyViolations(described, answer, bodies));
  return (operation, answer) => {
    const described = operation.answers.get(answer.status);
    if (!described) return [`status ${answer.status} is not described`];
    return [...headerViolations(described, answer, headers), ...ofBody(described, answer)];
  };
}

/** The text of a body that is sent many times is checked once. */
function oncePerText(
  check: (described: DescribedAnswer, answer: SentAnswer) => string[],
): (described: DescribedAnswer, answer: SentAnswer) => string[] {
  const known = new WeakMap<Uint8Array, string[]>();
  return (described, answer) => {
    if (!(answer.body instanceof JsonText)) return check(described, answer);
    const { bytes } = answer.body;
    const violations = known.get(bytes) ?? check(described, answer);
    known.set(bytes, violations);
    return violations;
  };
}

/** Compiles each schema once, in the form that `formOf` gives it. */
function validatorsOf(compiler: SchemaCompiler, formOf: (schema: Schema) => Schema): ValidatorOf {
  const compiled = new Map<Schema, ValidateFunction>();
  return (schema) => {
    const known = compiled.get(schema) ?? compiler.compile(formOf(schema));
    compiled.set(schema, known);
    return known;
  };
}

type ValidatorOf = (schema: Schema) => ValidateFunction;

function headerViolations({ headers }: DescribedAnswer, answer: SentAnswer, validatorOf: ValidatorOf): string[] {
  const sent = new Map(Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value]));
  const undescribed = [...sent.keys()]
    .filter((name) => !headers.has(name))
    .map((name) => `header ${name} is not described`);
  const wrong = [...headers].flatMap(([key, { name, required, schema }]) => {
    const value = sent.get(key);
    if (value === undefined) return required ? [`header ${name} is missing`] : [];
    const validate = validatorOf(schema);
    return validate({ value: String(value) }) ? [] : [`header ${name} is ${String(value)}`];
  });
  return [...undescribed, ...wrong];
}

function bodyViolations({ content }: DescribedAnswer, { type, body }: SentAnswer, validatorOf: ValidatorOf): string[] {
  if (content.size === 0) return body === undefined ? [] : ['a body is not described'];
  const key = type === undefined ? undefined : keyDescribing(content, essenceOf(type));
  // A reply says more than its type only where the description leaves the type open.
  if (type === undefined || key === undefined || (key !== type && !isRange(key)))
    return [`media type ${type} is not described`];
  if (!isMediaType(type)) return [`media type ${type} is not a valid one`];
  const schema = content.get(key);
  const bytes = body instanceof Uint8Array || typeof body === 'function';
  if (schema === undefined || bytes)
    return bytes === (schema === undefined) ? [] : ['the body is not of the described kind'];
  const validate = validatorOf(schema);
  if (validate(bodyValue(body))) return [];
  return (validate.errors ?? []).map((error) => {
    const { path, message } = placeOf(error, 'body');
    return `${path} ${message}`;
  });
}
