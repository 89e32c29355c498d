import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlValue, parseControl } from '../../../src/ecosystems/debian/control.ts';
import { packagesEntry } from '../../../src/ecosystems/debian/packages-entry.ts';
import { UnacceptableFile } from '../../../src/registry/unacceptable-file.ts';

test('reads fields in their order, with their continuation lines', () => {
  expect(parse('A: 1 \nC:\nB:two: three\n  more \n\t.\n')).toEqual([
    { name: 'A', value: '1' },
    { name: 'C', value: '' },
    { name: 'B', value: 'two: three\n  more \n\t.' },
  ]);
});

test('lets blank lines pass before and after the fields', () => {
  expect(parse('\n\nA: 1\n \t\n\n\n')).toEqual([{ name: 'A', value: '1' }]);
});

test('takes what only Unicode calls a line break as part of a line', () => {
  expect(parse('A: 1\u2028B: 2\n')).toEqual([{ name: 'A', value: '1\u2028B: 2' }]);
});

test('finds a value by its name in any case', () => {
  expect(controlValue(parse('Multi-Arch: same\n'), 'MULTI-ARCH')).toBe('same');
});

describe.each([
  ['a blank line between fields', 'A: 1\n\nB: 2\n', /blank line at line 2/],
  ['white space alone on a continuation line', 'A: 1\n \t\n more\n', /blank line at line 2/],
  ['a field that comes twice', 'A: 1\na: 2\n', /the field "a" twice/],
  ['a line without a colon', 'A: 1\nhello\n', /a line "hello" that is neither/],
  ['a comment', 'A: 1\n# note: x\n', /a line "# note: x"/],
  ['a name that begins with a hyphen', '-A: 1\n', /a line "-A: 1"/],
  ['a name with a space', 'A B: 1\n', /a line "A B: 1"/],
  ['a name that is not ASCII', 'Ä: 1\n', /a line "Ä: 1"/],
  ['a byte order mark', '\ufeffA: 1\n', /a line "\\u\{feff\}A: 1"/],
  ['an indented line at the beginning', ' A: 1\n', /begins with an indented line " A: 1"/],
  ['a null byte', 'A: 1\0\n', /control character "\\u0000"/],
  ['a carriage return alone', 'A: 1\r2\n', /control character "\\r"/],
  ['a vertical tab', 'A: 1\n\v\nB: 1', /control character "\\u000b"/],
  ['a C1 control character', 'A: 1\u0085B: 2\n', /control character "\\u\{85\}"/],
  ['nothing', '\n\n', /is empty/],
  ['blanks at the beginning', ' \nA: 1\n', /begins with an indented line|blank line at line 1/],
  ['blanks behind an empty line', 'A: 1\n\n \n', /blank line at line 2/],
])('%s', (_, text, reason) => {
  test('is rejected', () => {
    expect(() => parse(text)).toThrow(reason);
  });
});

test('text of which a stanza would have a blank line, or other fields than were read, is rejected', () => {
  const piece = fc.constantFrom(
    'A',
    'B',
    'Size',
    ':',
    ' ',
    '\t',
    '\n',
    '.',
    '#',
    '\r',
    '\f',
    '\u00a0',
    '\u2028',
    'x: y\n',
  );
  fc.assert(
    fc.property(fc.string({ unit: piece, maxLength: 30 }), (text) => {
      const stanza = stanzaOf(text);
      if (stanza === undefined) return;
      const lines = stanza.split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.filter((line) => /^[ \t\r\f\v]*$/.test(line))).toEqual([]);
      expect(lines.filter((line) => /^size:/i.test(line))).toEqual(['Size: 42']);
    }),
    { numRuns: 5000 },
  );
});

function stanzaOf(text: string): string | undefined {
  const identity = { name: 'demo', version: '1', architecture: 'all', kind: 'deb' } as const;
  try {
    return packagesEntry(identity, parse(text), { size: 42, digests: { sha256: 'a', sha512: 'b' } });
  } catch (error) {
    if (error instanceof UnacceptableFile) return undefined;
    throw error;
  }
}

function parse(text: string) {
  return parseControl(Buffer.from(text));
}
