/** HTML templates that escape every value, unless it is already HTML. */

/** Markup that is not escaped again. Only `html` and `trusted` create it. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** A value in a template. `undefined` is rendered as nothing. */
export type Piece = string | number | Html | undefined | readonly Piece[];

export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(String.raw({ raw: strings }, ...pieces.map(markupOf)));
}

/** Marks text from this source code, such as a style, as markup. */
export function trusted(text: string): Html {
  return new Html(text);
}

function markupOf(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Html) return piece.toString();
  if (typeof piece === 'object') return piece.map(markupOf).join('');
  return escaped(String(piece));
}

/** Escapes text for elements and for quoted attributes. */
function escaped(text: string): string {
  return text.replaceAll(unseen, '\uFFFD').replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Control characters that are invalid in HTML, and those that change the direction of text. */
const unseen = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/gu;
