/** Copies of schemas in which nothing is allowed that they do not name. */

/**
 * Every object schema with properties gets `additionalProperties: false`, unless it says what others there are. That
 * later versions may have more (`unevaluatedProperties: true`) says nothing of this one. Beside `allOf` and its like it
 * is `unevaluatedProperties: false` (JSON Schema 2020-12, Core, 11.3), and nothing inside them.
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

/** Schemas without a type have one by their properties; `[object, 'null']` is a type too. */
function isObject(type: unknown): boolean {
  return type === undefined || [type].flat().includes('object');
}
