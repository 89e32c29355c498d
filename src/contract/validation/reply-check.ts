/**
 * Checks that a reply matches the description: status, media type, headers, and JSON bodies. Other bodies must be
 * described, but are not read.
 */
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { AnyReply } from '../operation.ts';
import type { DescribedReply, DescribedOperation, OpenApiDocument, Schema } from '../description.ts';
import { closed } from './closed-schemas.ts';
import { bodyValue, JsonText } from '../replies/json-text.ts';
import { essenceOf, isMediaType, isRange, keyDescribing } from '../media-types.ts';
import { createSchemaCompiler, placeOf, type SchemaCompiler } from './json-schema.ts';

/** Returns the violations, one sentence each; an empty list if the reply matches. */
export type CheckReply = (operation: DescribedOperation, reply: SentReply) => string[];

/** A reply with its media type. */
export interface SentReply extends AnyReply {
  readonly type?: string;
  readonly headers: Readonly<Record<string, string | number>>;
}

/** With `closed`, properties that are not described are violations, too. Tests use it to find undescribed ones. */
export function createReplyCheck(document: OpenApiDocument, objects: 'open' | 'closed'): CheckReply {
  const checked = objects === 'closed' ? closed(document) : document;
  const bodies = validatorsOf(createSchemaCompiler(checked, 'none'), (schema) =>
    objects === 'closed' ? closed(schema) : schema,
  );
  // Ajv converts the text of a header to the type of its schema only if it is the property of an object.
  const headers = validatorsOf(createSchemaCompiler(checked, 'from-text'), (schema) => ({
    properties: { value: schema },
  }));
  const ofBody = memoizeByText((described, reply) => bodyViolations(described, reply, bodies));
  return (operation, reply) => {
    const described = operation.replies.get(reply.status);
    if (!described) return [`status ${reply.status} is not described`];
    return [...headerViolations(described, reply, headers), ...ofBody(described, reply)];
  };
}

/** The text of a `JsonText`, which is sent many times, is checked once. */
function memoizeByText(
  check: (described: DescribedReply, reply: SentReply) => string[],
): (described: DescribedReply, reply: SentReply) => string[] {
  const known = new WeakMap<Uint8Array, string[]>();
  return (described, reply) => {
    if (!(reply.body instanceof JsonText)) return check(described, reply);
    const { bytes } = reply.body;
    const violations = known.get(bytes) ?? check(described, reply);
    known.set(bytes, violations);
    return violations;
  };
}

/** Compiles each schema once, transformed by `formOf`. */
function validatorsOf(compiler: SchemaCompiler, formOf: (schema: Schema) => Schema): ValidatorOf {
  const compiled = new Map<Schema, ValidateFunction>();
  return (schema) => {
    const known = compiled.get(schema) ?? compiler.compile(formOf(schema));
    compiled.set(schema, known);
    return known;
  };
}

type ValidatorOf = (schema: Schema) => ValidateFunction;

function headerViolations({ headers }: DescribedReply, reply: SentReply, validatorOf: ValidatorOf): string[] {
  const sent = new Map(Object.entries(reply.headers).map(([name, value]) => [name.toLowerCase(), value]));
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

function bodyViolations({ content }: DescribedReply, { type, body }: SentReply, validatorOf: ValidatorOf): string[] {
  if (content.size === 0) return body === undefined ? [] : ['a body is not described'];
  const key = type === undefined ? undefined : keyDescribing(content, essenceOf(type));
  // A reply has a media type of its own only if the description has a range.
  if (type === undefined || key === undefined || (key !== type && !isRange(key)))
    return [`media type ${type} is not described`];
  if (!isMediaType(type)) return [`media type ${type} is invalid`];
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
