/** Slashes in excess are ignored where no value can be missing, also beside described paths that end with a slash. */
import { describe, expect, test } from 'vitest';
import { readDescription } from '../../src/contract/description.ts';
import { createRouter, segmentsOf } from '../../src/contract/router.ts';

const paths = [
  '/keys/',
  '/keys/list',
  '/keys/all/',
  '/shops/',
  '/shops/closed/hours',
  '/shops/{shop}/shelves/{shelf}',
  '/shops/shelves/{shelf}',
  '/doubled//slash',
];
const { operations } = readDescription({
  openapi: '3.1.1',
  info: { title: 'x' },
  paths: Object.fromEntries(
    paths.map((path, index) => [
      path,
      {
        get: {
          operationId: `get${index}`,
          parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
            name,
            in: 'path',
            required: true,
            schema: { type: 'string' },
          })),
          responses: {},
        },
      },
    ]),
  ),
});
const router = createRouter(operations.map((operation) => ({ operation, service: 'x' })));

const pathOf = (url: string): string | undefined => router.find(segmentsOf(url))?.methods.get('GET')?.operation.path;

describe('reads', () => {
  test.each([
    // A described empty segment is at the end of its URL, and one elsewhere is in excess.
    ['/keys/', '/keys/'],
    ['/keys//', '/keys/'],
    ['/keys//list', '/keys/list'],
    ['/keys///list//', '/keys/list'],
    ['/keys//all/', '/keys/all/'],
    ['/keys//all//', '/keys/all/'],
    // The same beside a parameter, before a literal.
    ['/shops/', '/shops/'],
    ['/shops//closed/hours', '/shops/closed/hours'],
    ['/shops///closed//hours', '/shops/closed/hours'],
    // It may also be described within a path.
    ['/doubled//slash', '/doubled//slash'],
  ])('%s as %s', (url, path) => {
    expect(pathOf(url)).toBe(path);
  });
});

describe('does not read', () => {
  test.each([
    ['what is described with a slash at its end only', '/keys'],
    ['an empty value', '/shops//open/hours'],
    ['a missing value at the end', '/shops/north/shelves//'],
    ['a literal that may follow a missing value', '/shops//shelves/1'],
  ])('%s', (_, url) => {
    expect(pathOf(url)).toBeUndefined();
  });
});
