/** Bytes that are nearly HTTP: entries of the corpus in a row, edited anywhere and cut anywhere. */
import * as fc from 'fast-check';
import { malformed, unusual, type RawText } from '../bad-input/raw-corpus.ts';
import { subjects } from './subjects.ts';

/** The bytes for one connection, one element for each write. */
export interface RawBytes {
  readonly pieces: readonly RawText[];
}

/** `token` opens what the server has. */
export function rawBytes(token: string): fc.Arbitrary<RawBytes> {
  const paths = fc.constantFrom(...subjects.map(({ operation }) => operation.path.replaceAll(/[{}]/g, '')));
  const entries = fc.oneof(
    { weight: 4, arbitrary: paths.chain((path) => fc.constantFrom(...unusual(path, token))) },
    { weight: 1, arbitrary: fc.constantFrom(...malformed).map(([, text]) => text) },
  );
  const edited = fc.tuple(entries, fc.array(edits, { maxLength: 2 })).map(([entry, all]) =>
    all.reduce((text, { at, drop, insert }) => {
      const from = Math.floor(at * text.length);
      return text.slice(0, from) + insert + text.slice(from + drop);
    }, entry),
  );
  const cut = fc.oneof(
    { weight: 2, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  );
  return fc
    .tuple(fc.array(edited, { minLength: 1, maxLength: 3 }), cut, fc.nat({ max: 3 }))
    .map(([all, share, splits]) => {
      const whole = all.join('');
      const text = whole.slice(0, Math.ceil(whole.length * share));
      const size = Math.ceil(text.length / (splits + 1)) || 1;
      return { pieces: text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [] };
    });
}

const edits = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat({ max: 8 }),
  insert: fc.oneof(
    fc.constantFrom('\r', '\n', '\r\n', '\r\n\r\n', '\0', ':', ' ', '%', '0', '-'),
    fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 8 }),
  ),
});
