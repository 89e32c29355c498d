/**
 * PostgreSQL rejects NUL in texts, even in queries, but clients may request names with it. So NUL is encoded as U+FFFF,
 * a noncharacter, followed by a digit; and so is U+FFFF itself.
 */

/** Encodes a value for the database. */
export function toStored(value: unknown): unknown {
  return typeof value === 'string' && /[\0\uFFFF]/.test(value)
    ? value.replaceAll('\uFFFF', '\uFFFF1').replaceAll('\0', '\uFFFF0')
    : value;
}

/** Decodes a text from the database. */
export function fromStored(text: string): string {
  return text.includes('\uFFFF') ? text.replaceAll('\uFFFF0', '\0').replaceAll('\uFFFF1', '\uFFFF') : text;
}
