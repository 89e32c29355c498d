import { describe, expect, test } from 'vitest';
import { dependencyRefusal, provisionRefusal } from '../../../src/ecosystems/alpine/dependencies.ts';
import { parseApkFileName } from '../../../src/ecosystems/alpine/package-file-name.ts';
import { compareApkVersions, isApkVersion } from '../../../src/ecosystems/alpine/version.ts';

/** In the order of apk 3.0.6 (`apk version --test`). */
const ordered = [
  '0_alpha',
  '0',
  '0.1_alpha',
  '0.1_alpha2',
  '0.1_beta1',
  '0.1_pre1_pre2',
  '0.1_pre1',
  '0.1_rc1',
  '0.1',
  '0.1-r1',
  '0.1-r10',
  '0.1~0a',
  '0.1~0b',
  '0.1_cvs1',
  '0.1_svn2',
  '0.1_git20240101',
  '0.1_git20240102',
  '0.1_hg1',
  '0.1_p1',
  '0.1_p1-r1',
  '0.1a',
  '0.1b',
  '0.1.0',
  '0.1.01',
  '0.1.1',
  '0.1.9',
  '0.1.10',
  '0.2',
  '1',
  '9.9',
  '10.0',
  '20240101123456',
];

test('orders versions like apk', () => {
  const shuffled = ordered.toReversed();
  expect(shuffled.toSorted(compareApkVersions)).toEqual(ordered);
  for (const [at, version] of ordered.entries())
    for (const [other, another] of ordered.entries())
      expect([version, another, Math.sign(compareApkVersions(version, another))]).toEqual([
        version,
        another,
        Math.sign(at - other),
      ]);
});

test.each(ordered)('%s is a version', (version) => {
  expect(isApkVersion(version)).toBe(true);
});

test.each(
  [
    ['', 'a', '.1', '1.', '1..2', '1ab', '1a.2', '1_', '1_x', '1_alpha.2', '1~', '1~G', '1-1', '1-r', '1-r1a'],
    ['1-r1_p1', '1_p1a', '1 ', ' 1', '1\n', '1+2', '1/2', 'v1', '1'.repeat(19)],
  ].flat(),
)('%j is not a version', (version) => {
  expect(isApkVersion(version)).toBe(false);
});

test.each([
  ['demo-1.0-r0.apk', { name: 'demo', version: '1.0-r0' }],
  ['gtk+3.0-dev-3.24.1-r0.apk', { name: 'gtk+3.0-dev', version: '3.24.1-r0' }],
  ['lib-2-1_git20240101-r0.apk', { name: 'lib-2', version: '1_git20240101-r0' }],
  ['demo.apk', undefined],
  ['demo-1.0-r0.deb', undefined],
  ['-1.0.apk', undefined],
  ['a b-1.0.apk', undefined],
  ['Packages.adb', undefined],
])('%s is named after %j', (fileName, expected) => {
  expect(parseApkFileName(fileName)).toEqual(expected);
});

describe('dependencies', () => {
  test.each(
    [
      [
        'demo',
        '!demo',
        'demo=1.0',
        'demo>=1.0-r0',
        'demo<=1',
        'demo<1',
        'demo>1',
        'demo~1.2',
        'demo=~1.2',
        'demo~=1.2',
      ],
      ['demo>~1', 'so:libc.musl-x86_64.so.1', 'cmd:[', '/bin/sh', 'pc:gtk+-3.0>=3', 'py3.12:demo', 'demo><Q1aGVsbG8='],
    ].flat(),
  )('%s is readable', (dependency) => {
    expect(dependencyRefusal(dependency)).toBeUndefined();
  });

  test.each(
    [
      [
        '',
        '!',
        '=1',
        'demo=',
        'demo=>',
        'demo>=x',
        'demo=1=2',
        'demo><1',
        'a b',
        'demo@edge',
        'demo\t',
        'dämo',
        'demo<>=1',
      ],
    ].flat(),
  )('%j is not readable', (dependency) => {
    expect(dependencyRefusal(dependency)).toBeTypeOf('string');
  });

  test.each(['!demo', 'demo>1', 'demo~1', 'demo=x'])('%s cannot be provided', (provision) => {
    expect(provisionRefusal(provision)).toBeTypeOf('string');
  });

  test.each(['demo', 'cmd:demo=1.0-r0', 'so:libdemo.so.1=1.2.3'])('%s can be provided', (provision) => {
    expect(provisionRefusal(provision)).toBeUndefined();
  });
});
