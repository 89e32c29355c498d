import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { folderOf, relativeUrl } from '../../src/serving/relative-url.ts';

test.each([
  ['/a/simple', '/a/simple/', 'simple/'],
  ['/a/simple/Foo', '/a/simple/foo/', 'foo/'],
  ['/a/simple/Foo/', '/a/simple/foo/', '../foo/'],
  ['/a/simple/foo/', '/a/files/0/x.whl', '../../files/0/x.whl'],
  ['/a/b', '/a/b', 'b'],
  ['/a/b/', '/a/b/', './'],
  ['/a/b', '/a/', './'],
  ['/a/b/c', '/a', '../../a'],
  ['/a/b', '/a/x:y', './x:y'],
  ['https://larder.test/a/b', 'https://larder.test/c', '../c'],
  ['/a/b', 'https://larder.test/c', 'https://larder.test/c'],
])('from %s to %s leads %s', (from, to, reference) => {
  expect(relativeUrl(from, to)).toBe(reference);
});

test('a client that resolves a relative URL gets the URL that it was made of', () => {
  const segment = constantFrom('', 'a', 'b', 'x:y', '@scope', 'a%2Fb', '...');
  const url = array(segment, { maxLength: 6 }).map((segments) => `https://larder.test/org/${segments.join('/')}`);
  assert(
    property(url, url, (from, to) => {
      expect(new URL(relativeUrl(from, to), from).href).toBe(to);
    }),
  );
});

test('the folder of a URL ends with a slash', () => {
  expect([0, 1, 2].map((levels) => folderOf('https://larder.test/a/b/c', levels))).toEqual([
    'https://larder.test/a/b/',
    'https://larder.test/a/',
    'https://larder.test/',
  ]);
});
