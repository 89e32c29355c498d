import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHeaders } from '../../../src/ecosystems/python/headers.ts';
import { rounds } from '../../fixtures/rounds.ts';
import { emailHeaders, hasOracle } from './pip-oracle.ts';

const read = (text: string) => [...parseHeaders(Buffer.from(text), 'METADATA')];

test.each([
  ['an empty line', 'Name: a\n\nVersion: 1\n'],
  ['a line that was not indented', 'Name: a\ncrypt md5-crypt\nVersion: 1\n'],
  ['a field with a space in its name', 'Name: a\nNew Version: 2\nVersion: 1\n'],
])('ends at %s', (_, text) => {
  expect(read(text)).toEqual([['name', ['a']]]);
});

test.each([
  ['an indented line before the first field', ' x\nName: a\n'],
  ['a line of a mailbox', 'From me\n x\nName: a\n'],
  ['a line without a name', ': x\n y\nName: a\n'],
])('skips %s', (_, text) => {
  expect(read(text)).toEqual([['name', ['a']]]);
});

describe.skipIf(!hasOracle())("beside Python's own parser", () => {
  const line = fc.oneof(
    fc.tuple(
      fc.constantFrom('Name', 'X', 'from'),
      fc.constantFrom(': ', ':', ' : ', '', ' '),
      fc.constantFrom('a', 'b c', ''),
    ),
    fc.tuple(
      fc.constantFrom(' ', '\t', 'From ', ':', '', 'é: ', 'a\u2028b: ', '\f: '),
      fc.constantFrom('', 'x', 'x: y'),
    ),
  );
  const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r');
  const text = fc.array(fc.tuple(line, lineEnd), { maxLength: 8 });
  const texts = fc.sample(
    text.map((lines) => lines.map(([parts, end]) => parts.join('') + end).join('')),
    rounds(10_000),
  );

  test('finds the same fields', () => {
    const oracle = emailHeaders(texts).map(grouped);
    const differing = texts.flatMap((one, index) => {
      const [ours, theirs] = [read(one).map(([name, values]) => [name, values.map(oneLine)]), oracle[index]];
      return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [{ one, ours, theirs }];
    });
    expect(differing).toEqual([]);
  });
});

function grouped(fields: readonly [string, string][]): unknown {
  return [...Map.groupBy(fields, ([name]) => name)].map(([name, all]) => [
    name,
    all.map(([, value]) => oneLine(value)),
  ]);
}

/** Which spaces stand around a continuation is kept differently. */
function oneLine(value: string): string {
  return value.split(/\s+/).filter(Boolean).join(' ');
}
