/**
 * Returns whether a text matches a glob: `*` matches any characters, including `/`, and `?` exactly one. The number of
 * steps is at most the product of both lengths, unlike that of a regular expression, which can be made exponential.
 */
export function matchesGlob(glob: string, text: string): boolean {
  const pattern = Array.from(glob);
  const characters = Array.from(text);
  let at = 0;
  let next = 0;
  /** The position after the last `*`, and the position in the text where matching continued. */
  let retry: { readonly pattern: number; readonly text: number } | undefined;
  while (at < characters.length) {
    const wanted = pattern[next];
    if (wanted === '*') {
      next += 1;
      retry = { pattern: next, text: at };
    } else if (wanted === '?' || (wanted !== undefined && wanted === characters[at])) {
      next += 1;
      at += 1;
    } else if (retry) {
      // Let the `*` match one more character.
      retry = { ...retry, text: retry.text + 1 };
      next = retry.pattern;
      at = retry.text;
    } else return false;
  }
  return pattern.slice(next).every((rest) => rest === '*');
}
