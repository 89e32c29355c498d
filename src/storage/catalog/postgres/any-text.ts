/**
 * PostgreSQL keeps no NUL in a text, and refuses even to look for one; clients may ask for names with it all the same.
 * So NUL is written as U+FFFF, which Unicode gives no meaning, and a digit; and U+FFFF itself as well.
 */

/** A value as it goes to the database. */
export function toStored(value: unknown): unknown {
  return typeof value === 'string' && /[\0\uFFFF]/.test(value)
    ? value.replaceAll('\uFFFF', '\uFFFF1').replaceAll('\0', '\uFFFF0')
    : value;
}

/** A text as it was before it went there. */
export function fromStored(text: string): string {
  return text.includes('\uFFFF') ? text.replaceAll('\uFFFF0', '\0').replaceAll('\uFFFF1', '\uFFFF') : text;
}
