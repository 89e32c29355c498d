/** The text of a search, which clients fill with words and qualifiers. */

/**
 * Returns the beginning of the names to find: the first word in lower case, like the names of new packages; undefined if
 * no name begins with it.
 */
export function startOfNames(text: string): string | undefined {
  const [word = ''] = text.trim().toLowerCase().split(/\s+/, 1);
  const start = word.startsWith('scope:') ? `@${word.slice('scope:'.length).replace(/^@/, '')}/` : word;
  // Of the characters of names.
  return /^@?[\w./~-]*$/.test(start) ? start : undefined;
}
