/** The kinds of the parts of a form, by their names and the schema of the form. */
import { follow, type Schema } from './references.ts';

/** The kind of a part. The plural is for a part that may be repeated and is an array. */
export type PartKind = 'file' | 'files' | 'text' | 'texts';

/** The maximum number of texts in a form, far more than any described form has. */
export const mostFields = 90;

interface FormSchema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

/**
 * Returns a function that returns the kind of a part by its property, else by the first pattern that matches its name,
 * else by the schema of additional properties. Undefined for a part that is not described.
 */
export function partKinds(document: object, schema: Schema): (name: string) => PartKind | undefined {
  const form = follow<FormSchema>(document, schema);
  const { properties = {}, patternProperties = {}, additionalProperties } = form;
  const named = new Map(Object.entries(properties).map(([name, part]) => [name, kindOf(document, part)]));
  const patterned = Object.entries(patternProperties).map(
    ([pattern, part]) => [new RegExp(pattern, 'u'), kindOf(document, part)] as const,
  );
  const others = typeof additionalProperties === 'object' ? kindOf(document, additionalProperties) : undefined;
  return (name) => named.get(name) ?? patterned.find(([pattern]) => pattern.test(name))?.[1] ?? others;
}

function kindOf(document: object, part: Schema): PartKind {
  if (isBytes(document, part)) return 'file';
  const { type, items } = follow<{ readonly type?: unknown; readonly items?: Schema }>(document, part);
  if (type !== 'array') return 'text';
  return isBytes(document, items) ? 'files' : 'texts';
}

/** Returns whether a whole body or a part of a form is bytes. */
export function isBytes(document: object, schema: Schema | undefined): boolean {
  if (schema === undefined) return false;
  const { type, format } = follow<{ readonly type?: unknown; readonly format?: unknown }>(document, schema);
  return type === 'string' && format === 'binary';
}
