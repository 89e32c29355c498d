/** Returns a text as one line, without control characters, and with "…" at its end if it is cut to the maximum length. */
export function cutText(value: string, most: number): string {
  const text = value.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  return text.length > most ? `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
