/**
 * Returns a location in a description for people: with operationIds and names of parameters instead of URLs and
 * indexes.
 */

/** `pointer` is a JSON Pointer in a URI fragment (RFC 6901, section 6), of a value in the document. */
export function placeOf(document: object, pointer: string): string {
  const keys = pointer
    .replace(/^#\/?/, '')
    .split('/')
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
  const names: string[] = [];
  let value: unknown = document;
  for (const key of keys) {
    value = memberOf(value, key);
    names.push(nameOf(value, key));
  }
  const [top, , third] = names;
  if (top === 'components') return names.slice(1).join('/');
  if (top !== 'paths') return names.join('/');
  const isOperation = third !== undefined && third !== keys[2];
  return names.slice(isOperation ? 2 : 1).join('/');
}

/** An operation is identified by its id, and an item of a list, such as a parameter, by its name if it has one. */
function nameOf(value: unknown, key: string): string {
  const id = memberOf(value, 'operationId');
  if (typeof id === 'string' && /^(get|put|post|delete|patch)$/.test(key)) return id;
  const name = /^\d+$/.test(key) ? memberOf(value, 'name') : undefined;
  return typeof name === 'string' ? name : key;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
