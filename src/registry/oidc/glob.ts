/**
 * Whether a text matches a glob: `*` stands for any characters, `/` among them, `?` for exactly one. Takes at most the
 * product of both lengths in steps, and no more memory than the two: no expression that could be made to run for ever.
 */
export function matchesGlob(glob: string, text: string): boolean {
  const pattern = Array.from(glob);
  const characters = Array.from(text);
  let at = 0;
  let next = 0;
  /** After the last `*`, and from where it was tried. */
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
      // The `*` takes one character more.
      retry = { ...retry, text: retry.text + 1 };
      next = retry.pattern;
      at = retry.text;
    } else return false;
  }
  return pattern.slice(next).every((rest) => rest === '*');
}
