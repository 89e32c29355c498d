/** Copies of schemas that allow only described properties. */

/**
 * Every object schema with properties gets `additionalProperties: false`, unless it describes the others.
 * `unevaluatedProperties: true`, which allows properties of later versions, is ignored. With `allOf` and similar
 * keywords, it is `unevaluatedProperties: false` (JSON Schema 2020-12, Core, section 11.3), and the schemas inside them
 * are unchanged.
 */
export function closed<T>(value: T): T {
  return close(value, true) as T;
}

const combining = ['allOf', 'anyOf', 'oneOf'];

function close(value: unknown, mayClose: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => close(item, mayClose));
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(([key, inner]) => !(key === 'unevaluatedProperties' && inner === true));
  const copy = Object.fromEntries(
    said.map(([key, inner]) => [
      key,
      key === 'example' || key === 'examples' ? inner : close(inner, mayClose && !combining.includes(key)),
    ]),
  );
  const isSchema = typeof copy['properties'] === 'object' && isObject(copy['type']);
  const silent = !('additionalProperties' in copy) && !('unevaluatedProperties' in copy);
  if (!isSchema || !silent || !mayClose) return copy;
  const combines = combining.some((key) => key in copy);
  return { ...copy, [combines ? 'unevaluatedProperties' : 'additionalProperties']: false };
}

/** Schemas with properties but without a type are objects, and so are those of the type `[object, 'null']`. */
function isObject(type: unknown): boolean {
  return type === undefined || [type].flat().includes('object');
}
