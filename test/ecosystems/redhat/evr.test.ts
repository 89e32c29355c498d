import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareEvr, parseEvr, rpmvercmp } from '../../../src/ecosystems/redhat/evr.ts';
import { present } from '../../clients/programs.ts';

/** Pairs in their order. */
const ordered = [
  ['1.0', '1.1'],
  ['1.9', '1.10'],
  ['1.0~rc1', '1.0'],
  ['1.0~rc1', '1.0~rc2'],
  ['1.0', '1.0^git1'],
  ['1.0^git1', '1.0.1'],
  ['1.0^~', '1.0^'],
  ['1.a', '1.1'],
  ['1', '1a'],
  ['a', 'b'],
  ['1.0', '1.0.0'],
] as const;

test.each(ordered)('%s is before %s', (older, newer) => {
  expect([rpmvercmp(older, newer) < 0, rpmvercmp(newer, older) > 0]).toEqual([true, true]);
});

test.each([
  ['1.0', '1..0'],
  ['01', '1'],
  ['1.0', '1-0'],
])('%s equals %s', (a, b) => {
  expect(rpmvercmp(a, b)).toBe(0);
});

test('compares epochs first', () => {
  expect(compareEvr('2:1.0-1', '10:0.1-1')).toBeLessThan(0);
  expect(compareEvr('0:1.0-1', '1.0-1')).toBe(0);
  expect(parseEvr('1:2-3')).toEqual({ epoch: '1', version: '2', release: '3' });
});

describe.skipIf(!present('rpm'))('rpm', () => {
  test('orders versions alike', () => {
    const part = fc.string({ unit: fc.constantFrom(...'0129abZ~^._+'), minLength: 1, maxLength: 8 });
    const pairs = fc.sample(fc.tuple(part, part), { numRuns: 300, seed: 7 });
    const script = pairs.map(([a, b]) => `print(rpm.vercmp("${a}", "${b}"))`).join(' ');
    const { stdout } = spawnSync('rpm', ['--eval', `%{lua: ${script}}`], { encoding: 'utf8' });
    const expected = [...stdout.matchAll(/-?\d/g)].map(([sign]) => Number(sign));
    expect(pairs.map(([a, b]) => Math.sign(rpmvercmp(a, b)))).toEqual(expected);
  });
});
