/** Media types and the ranges that describe several of them (RFC 9110, sections 8.3.1 and 12.5.1). */

/**
 * Returns type and subtype of a `Content-Type` in lower case, without parameters; the empty string if there is none.
 */
export function essenceOf(contentType: string | undefined): string {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * Returns the key that describes a media type: the type itself, else its range (`text/*`), else the range of all types,
 * which also describes a missing type; undefined if there is none.
 */
export function keyDescribing(described: ReadonlyMap<string, unknown>, mediaType: string): string | undefined {
  if (described.has(mediaType)) return mediaType;
  const [, top] = /^([^/]+)\/./.exec(mediaType) ?? [];
  const range = `${top}/*`;
  if (top !== undefined && described.has(range)) return range;
  return described.has(allTypes) ? allTypes : undefined;
}

export const allTypes = '*/*';

export function isRange(mediaType: string): boolean {
  return mediaType.endsWith('/*');
}

export type MediaType = `${string}/${string}`;

/** Returns true for a media type, with or without parameters; false for a range. */
export function isMediaType(text: string): text is MediaType {
  return mediaType.test(text) && !isRange(essenceOf(text));
}

const mediaType =
  /^[!#$%&'*+.^_`|~\w-]+\/[!#$%&'*+.^_`|~\w-]+(?:[ \t]*;[ \t]*[!#$%&'*+.^_`|~\w-]+=(?:[!#$%&'*+.^_`|~\w-]+|"(?:[\t !#-[\]-~]|\\[\t -~])*"))*$/;
