import { expect, test } from 'vitest';
import { html, trusted } from '../../src/web/html.ts';

test('text is escaped, in elements and in attributes', () => {
  expect(html`<p title="${`"'`}">${'<b>&'}</p>`.toString()).toBe('<p title="&#34;&#39;">&#60;b&#62;&#38;</p>');
});

test('markup of other templates stays as it is', () => {
  const items = ['a', '<'].map((text) => html`<b>${text}</b>`);
  expect(html`${items}`.toString()).toBe('<b>a</b><b>&#60;</b>');
});

test('texts in a list are escaped too', () => {
  expect(html`${['<', ['>']]}`.toString()).toBe('&#60;&#62;');
});

test('absent values are rendered as nothing', () => {
  expect(html`<p>${undefined}</p>`.toString()).toBe('<p></p>');
});

test('characters that cannot be seen are shown to be there', () => {
  expect(html`${'a\u0000\u001B\u0085\u202E\u2066b'}`.toString()).toBe(`a${'\uFFFD'.repeat(5)}b`);
});

test('line breaks and tabs are kept', () => {
  expect(html`${'a\n\tb'}`.toString()).toBe('a\n\tb');
});

test('trusted text is not escaped', () => {
  expect(html`${trusted('a > b')}`.toString()).toBe('a > b');
});
