import { expect, test } from 'vitest';
import { aptUrls } from '../../src/ecosystems/debian/urls.ts';
import { pipUrls } from '../../src/ecosystems/python/urls.ts';

const home = { organization: 'acme', registry: 'debs' };

test('a service has its URLs below any public URL, without another look at its description', () => {
  const deb = { ...home, sha256: '0', file: 'a b+c_1.0.deb' };
  const bases = ['', 'https://larder.test', 'https://larder.test/packages'];
  expect(bases.map((base) => aptUrls(base).of('getDeb', deb))).toEqual(
    bases.map((base) => `${base}/acme/debs/any/pool/0/a%20b%2Bc_1.0.deb`),
  );
});

test('a URL of another service, or without one of its values, does not compile', () => {
  // @ts-expect-error It belongs to apt.
  expect(pipUrls('').of('getDeb', home)).toBe('');
  // @ts-expect-error The file is missing.
  expect(aptUrls('').of('getDeb', { ...home, sha256: '0' })).toBe('/acme/debs/any/pool/0/');
});
