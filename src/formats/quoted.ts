const LONGEST_QUOTE = 60;

/**
 * Returns an untrusted value for an error message: in double quotes, at most 60 characters, with all characters escaped
 * that could break a line, hide text or change its direction.
 */
export function quoted(value: string): string {
  const shown = value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value;
  return JSON.stringify(shown).replace(/[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`;
}
