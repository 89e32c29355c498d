import { expect, test } from 'vitest';
import { pageMediaType } from '../../../src/ecosystems/python/page-media-type.ts';

const JSON_V1 = 'application/vnd.pypi.simple.v1+json';
const HTML_V1 = 'application/vnd.pypi.simple.v1+html';

test.each([
  [undefined, 'text/html'],
  ['', 'text/html'],
  ['*/*', 'text/html'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
  ['text/html', 'text/html'],
  [HTML_V1, HTML_V1],
  [JSON_V1, JSON_V1],
  ['application/vnd.pypi.simple.latest+json', JSON_V1],
  ['application/vnd.pypi.simple.latest+html', HTML_V1],
  [JSON_V1.toUpperCase(), JSON_V1],
  // What pip and uv send.
  [`${JSON_V1}, ${HTML_V1}; q=0.1, text/html; q=0.01`, JSON_V1],
  [`${JSON_V1}, ${HTML_V1};q=0.2, text/html;q=0.01`, JSON_V1],
  [`${JSON_V1};q=0.1, text/html`, 'text/html'],
  [`${JSON_V1}, text/html`, 'text/html'],
  [`${JSON_V1};q=0, */*`, 'text/html'],
  [`text/html;q=0, ${HTML_V1};q=0, */*;q=0.1`, JSON_V1],
  [`${JSON_V1};q=0`, 'text/html'],
  ['application/*', HTML_V1],
  ['application/json', 'text/html'],
  [`${JSON_V1};q=many`, JSON_V1],
  [`${JSON_V1};charset=utf-8`, JSON_V1],
])('Accept %j gets %s', (accept, type) => {
  expect(pageMediaType(accept)).toBe(type);
});
