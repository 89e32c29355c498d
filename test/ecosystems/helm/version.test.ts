import { expect, test } from 'vitest';
import { compareChartVersions, isChartVersion } from '../../../src/ecosystems/helm/version.ts';

const ordered = [
  '0.9.9',
  '1.0.0-0',
  '1.0.0-2',
  '1.0.0-10',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-rc.1+build',
  '1.0.0',
  'v1.0.1',
  '1.2',
  '1.10.0',
  '2',
  '9999999999999999999.0.0',
];

test('orders versions like Semantic Versioning, section 11, with missing numbers as zeros', () => {
  expect(ordered.toReversed().toSorted(compareChartVersions)).toEqual(ordered);
  expect(compareChartVersions('1', 'v1.0.0+build')).toBe(0);
  expect(() => compareChartVersions('1', 'x')).toThrow(TypeError);
});

test('accepts the versions that helm reads', () => {
  expect(ordered.filter((version) => !isChartVersion(version))).toEqual([]);
  const others = [
    '',
    'v',
    '01.0.0',
    '1.0.0-01',
    '1.0.0-',
    '1.0.0+',
    '1.2.3.4',
    '1.0.0 ',
    'V1.0.0',
    '1.0.0-a_b',
    '1.0.0\n',
  ];
  expect(others.filter(isChartVersion)).toEqual([]);
});
