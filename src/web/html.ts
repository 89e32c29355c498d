/** HTML that is safe by default: whatever is put into a template is text, unless it is HTML already. */

/** Markup that may go into a page as it is. Only `html` and `trusted` make it. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What can stand in a template; `undefined` leaves nothing. */
export type Piece = string | number | Html | undefined | readonly Piece[];

export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(String.raw({ raw: strings }, ...pieces.map(markupOf)));
}

/** Text from our own source, such as a style, that must not be escaped. */
export function trusted(text: string): Html {
  return new Html(text);
}

function markupOf(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Html) return piece.toString();
  if (typeof piece === 'object') return piece.map(markupOf).join('');
  return escaped(String(piece));
}

/** Fit for the text of elements and for quoted values of attributes. */
function escaped(text: string): string {
  return text.replaceAll(unseen, '\uFFFD').replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Control characters that HTML has no place for, and those that make text read in another order than it is written. */
const unseen = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/gu;
