import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePythonVersions } from '../../../src/ecosystems/python/version-order.ts';
import { normalForm, parseVersion, versionKey } from '../../../src/ecosystems/python/version.ts';

// The orders that PEP 440 gives, "Summary of permitted suffixes and relative ordering", and others that it implies.
const IN_ORDER = [
  '1.dev0',
  '1.0.dev456',
  '1.0a1.dev1',
  '1.0a1',
  '1.0a2.dev456',
  '1.0a12.dev456',
  '1.0a12',
  '1.0b1.dev456',
  '1.0b2',
  '1.0b2.post345.dev456',
  '1.0b2.post345',
  '1.0rc1.dev456',
  '1.0rc1',
  '1.0',
  '1.0+abc.5',
  '1.0+abc.7',
  '1.0+5',
  '1.0+5.0',
  '1.0+10',
  '1.0.post456.dev34',
  '1.0.post456',
  '1.0.15',
  '1.1.dev1',
  '1.2',
  '1.10',
  '10',
  '1!0.1',
  '1!1.0.dev1',
  '2!0',
  '10!0',
];

test('orders versions as PEP 440 does', () => {
  expect(IN_ORDER.toReversed().toSorted(comparePythonVersions)).toEqual(IN_ORDER);
});

test('finds each of them older than all that follow', () => {
  for (const [place, older] of IN_ORDER.entries()) {
    const wrong = IN_ORDER.slice(place + 1).filter((newer) => comparePythonVersions(older, newer) >= 0);
    expect(wrong).toEqual([]);
  }
});

test.each([
  ['1.0', '1.0.0'],
  ['1.0', 'v1'],
  ['1.1RC1', '1.1rc1'],
  ['1.0-1', '1.0.post1'],
  ['1.0+ubuntu-1', '1.0+ubuntu.1'],
  ['0!1', '1'],
  ['0.0', '0'],
])('takes %s and %s as equal', (a, b) => {
  expect(comparePythonVersions(a, b)).toBe(0);
});

test('compares numbers of any length', () => {
  expect(comparePythonVersions('1.90071992547409930', '1.90071992547409931')).toBeLessThan(0);
});

test('compares nothing else than versions', () => {
  expect(() => comparePythonVersions('1', 'one')).toThrow(TypeError);
});

// The examples of PEP 440, "Normalization".
test.each([
  ['1.1RC1', '1.1rc1'],
  ['00', '0'],
  ['09000', '9000'],
  ['1.0+foo0100', '1.0+foo0100'],
  ['1.0+0100.foo', '1.0+100.foo'],
  ['1.1.a1', '1.1a1'],
  ['1.1-a1', '1.1a1'],
  ['1.1a.1', '1.1a1'],
  ['1.1alpha1', '1.1a1'],
  ['1.1beta2', '1.1b2'],
  ['1.1c3', '1.1rc3'],
  ['1.1pre4', '1.1rc4'],
  ['1.1preview4', '1.1rc4'],
  ['1.2a', '1.2a0'],
  ['1.2-post2', '1.2.post2'],
  ['1.2.post-2', '1.2.post2'],
  ['1.0-r4', '1.0.post4'],
  ['1.0.rev4', '1.0.post4'],
  ['1.2.post', '1.2.post0'],
  ['1.0-1', '1.0.post1'],
  ['1.2-dev2', '1.2.dev2'],
  ['1.2.dev', '1.2.dev0'],
  ['1.0+ubuntu-1', '1.0+ubuntu.1'],
  ['1.0+Ubuntu_1', '1.0+ubuntu.1'],
  ['v1.0', '1.0'],
  [' 1.0\n', '1.0'],
  ['1!2.0a1.post3.dev4+l.5', '1!2.0a1.post3.dev4+l.5'],
])('writes %j as %s', (text, normal) => {
  const version = parseVersion(text);
  expect(version && normalForm(version)).toBe(normal);
});

test.each([
  '',
  '1.0.',
  '.1',
  '1..0',
  '1.0+',
  '1.0+a..b',
  '1.0x',
  'one',
  '1!',
  '1.0-',
  '1.0 a1',
  '١.٠',
  '1.0+é',
  '1.0a1b1',
])('does not take %j for a version', (text) => {
  expect(parseVersion(text)).toBeUndefined();
});

const number = fc.nat({ max: 20 }).map(String);
const versions = fc
  .tuple(
    fc.constantFrom('', '1!', '0!'),
    fc.array(number, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', 'a1', '-b2', '.RC.3', 'pre'),
    fc.constantFrom('', '.post1', '-1', 'r2'),
    fc.constantFrom('', '.dev1', 'dev'),
    fc.constantFrom('', '+l', '+1.a', '+01'),
  )
  .map(([epoch, release, ...rest]) => `${epoch}${release.join('.')}${rest.join('')}`);

test('two versions are equal just when they have the same key', () => {
  const key = (text: string): string | undefined => {
    const version = parseVersion(text);
    return version && versionKey(version);
  };
  fc.assert(
    fc.property(versions, versions, (a, b) => {
      expect(key(a) === key(b)).toBe(comparePythonVersions(a, b) === 0);
    }),
    { numRuns: 2000 },
  );
});

test('the order is the same from either side', () => {
  fc.assert(
    fc.property(versions, versions, (a, b) => {
      expect(Math.sign(comparePythonVersions(a, b)) + Math.sign(comparePythonVersions(b, a))).toBe(0);
    }),
  );
});
