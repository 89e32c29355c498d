/** References within a bundled description (JSON Pointers in URI fragments, RFC 6901, section 6). */

/** A JSON Schema whose references point into the bundle. */
export type Schema = Readonly<Record<string, unknown>>;

/** Resolves a value that may be a reference, or a reference to a reference. */
export function follow<T>(document: object, value: unknown): T {
  let target = value;
  while (isReference(target)) target = lookUp(document, target.$ref);
  // The linter has checked the structure.
  return target as T;
}

/** Throws an `Error` that names a reference without a target. */
export function checkReferences(document: object, parts: readonly unknown[]): void {
  const visit = (value: unknown): void => {
    if (isReference(value)) lookUp(document, value.$ref);
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  parts.forEach(visit);
}

function isReference(value: unknown): value is { readonly $ref: string } {
  return typeof value === 'object' && value !== null && '$ref' in value && typeof value.$ref === 'string';
}

function lookUp(document: object, reference: string): unknown {
  const tokens = reference.replace(/^#\//, '').split('/');
  let value: unknown = document;
  for (const token of tokens) {
    const key = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  if (value === undefined) throw new Error(`the description refers to ${reference}, which does not exist`);
  return value;
}
