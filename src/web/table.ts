import { html, type Html, type Piece } from './html.ts';

/** Renders an accessible table: with a caption, column headings, and the first cell of each row as its heading. */
export function table(caption: Piece, columns: readonly string[], rows: readonly (readonly Piece[])[]): Html {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([heading, ...cells]) =>
          html`<tr>
            <th scope="row">${heading}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
