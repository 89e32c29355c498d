/** Makes elements. Texts become text, never markup. */

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export function link(text, ...segments) {
  return element('a', { href: `#/${segments.map(encodeURIComponent).join('/')}` }, text);
}

/** One row for each list of cells. */
export function table(headings, rows) {
  const row = (name, cells) => element('tr', {}, ...cells.map((cell) => element(name, {}, cell)));
  return element(
    'table',
    {},
    element('thead', {}, row('th', headings)),
    element('tbody', {}, ...rows.map((cells) => row('td', cells))),
  );
}
