import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDebianVersions, isDebianVersion, withoutEpoch } from '../../../src/ecosystems/debian/version.ts';

describe('the order', () => {
  test.each([
    ['1.0', '1.1'],
    ['1.9', '1.10'],
    ['0.9', '1:0.1'],
    ['9:1', '10:1'],
    ['1.0~rc1', '1.0'],
    ['1.0~~', '1.0~'],
    ['1.0~', '1.0'],
    ['1.0~rc1-9', '1.0-1'],
    ['1.0', '1.0a'],
    ['1.0a', '1.0+'],
    ['1.0a', '1.0b'],
    ['1.0Z', '1.0a'],
    ['1.0z', '1.0.'],
    ['1.0+b1', '1.0.1'],
    ['1.0-1', '1.0-2'],
    ['1.0-1', '1.0-1.1'],
    ['1.0-1~bpo12+1', '1.0-1'],
    ['1.0-a-1', '1.0-b-0'],
    ['1-1', '1a-1'],
    ['9007199254740992', '9007199254740993'],
  ])('%s is older than %s', (older, newer) => {
    expect(compareDebianVersions(older, newer)).toBeLessThan(0);
    expect(compareDebianVersions(newer, older)).toBeGreaterThan(0);
  });

  test.each([
    ['1.0', '1.0'],
    ['1.0', '0:1.0'],
    ['1.0', '1.0-0'],
    ['1.01', '1.1'],
    ['1.', '1.0'],
    ['1.0-a', '1.0-a0'],
  ])('%s equals %s', (a, b) => {
    expect(compareDebianVersions(a, b)).toBe(0);
  });

  const version = fc.string({ unit: fc.constantFrom(...'019aZ.+~-:'), maxLength: 8 });

  test('is the same from both sides', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareDebianVersions(a, b))).toBe(0 - Math.sign(compareDebianVersions(b, a)));
      }),
    );
  });

  test('has no circles', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        const [first = '', second = '', third = ''] = [a, b, c].toSorted(compareDebianVersions);
        expect(compareDebianVersions(first, second)).toBeLessThanOrEqual(0);
        expect(compareDebianVersions(second, third)).toBeLessThanOrEqual(0);
        expect(compareDebianVersions(first, third)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each(['1', '1.0', '2:1.0', '1.0-1', '1.0-rc-1', '1.0~rc1+b2', '2147483647:1', '0', '1:2:3'])(
  '%s is a version',
  (version) => {
    expect(isDebianVersion(version)).toBe(true);
  },
);

test.each([
  '',
  'v1',
  '1.0-',
  ':1',
  'a:1',
  '1:',
  '1a:2',
  '1:1-2:3',
  '2147483648:1',
  '1_0',
  '1 0',
  '1/2',
  '1\n',
  '1é',
  '-1',
])('%j is not a version', (version) => {
  expect(isDebianVersion(version)).toBe(false);
});

test.each([
  ['1:2.0-1', '2.0-1'],
  ['2.0-1', '2.0-1'],
])('%s without its epoch is %s', (version, rest) => {
  expect(withoutEpoch(version)).toBe(rest);
});
