/**
 * The form of names and of search texts in which they are compared. Two texts with the same form are equal, and a text
 * that is part of another one is also part of it in this form.
 */

/**
 * Returns the form of a text. It ignores case, in all scripts, whether a letter and its accent are one character or two
 * (Unicode Standard Annex 15), and which of "-", "_" and "." separate words, and how many (PEP 503).
 */
export function searchKey(text: string): string {
  return Array.from(text.toWellFormed().replaceAll(unstorable, '\uFFFD').normalize('NFD'), foldCase)
    .join('')
    .normalize('NFD')
    .replaceAll(/[-_.]+/g, '-');
}

/**
 * By character, because the lower case of a text depends on the context (the sigma at the end of a word). Upper case
 * first, so that "ß" and "ss" are equal.
 */
function foldCase(character: string): string {
  return character.toUpperCase().toLowerCase();
}

/** No name has them. NUL ends texts in SQLite, and the last one is the end of ranges. */
const unstorable = /[\0\uFFFF\u{10FFFF}]/gu;

/** The length from which a search text can be any part of a name, in characters of its form. */
const shortestPart = 3;

/** Returns all parts of a form with the shortest length, each once; none if it is shorter. */
export function partsOf(key: string): string[] {
  const characters = Array.from(key);
  const starts = characters.slice(0, Math.max(0, characters.length - shortestPart + 1));
  return [...new Set(starts.map((_, at) => characters.slice(at, at + shortestPart).join('')))];
}
