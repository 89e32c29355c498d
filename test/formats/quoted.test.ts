import { expect, test } from 'vitest';
import { quoted } from '../../src/formats/quoted.ts';

test.each([
  ['plain text', 'hello', '"hello"'],
  ['quotes', 'a"b', '"a\\"b"'],
  ['line breaks and control characters', 'a\n\0\x7f\x9b', '"a\\n\\u0000\\u{7f}\\u{9b}"'],
  ['characters that turn the direction of text', 'a\u202eb', '"a\\u{202e}b"'],
  ['halves of characters', 'a\ud800', '"a\\ud800"'],
])('shows %s safely', (_, value, shown) => {
  expect(quoted(value)).toBe(shown);
});

test('shortens long text', () => {
  expect(quoted('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`);
});
