/** Makes text from the schemas of the contract, with the edges that text has. */
import * as fc from 'fast-check';
import type { SchemaObject, Strays } from './schema-object.ts';

export function textsOf(schema: SchemaObject, strays: Strays): fc.Arbitrary<unknown> {
  const { format, pattern } = schema;
  if (schema.contentEncoding === 'base64' && strays === 'none') return fc.uint8Array().map(inBase64);
  const formatted = format === undefined ? undefined : formats[format];
  if (formatted) return formatted;
  if (strays === 'none') return validTexts(schema);
  // A request with several of them is to be valid now and then.
  if (pattern !== undefined)
    return fc.oneof({ weight: 6, arbitrary: textsMatching(pattern) }, { weight: 1, arbitrary: fc.string() });
  const { maxLength = 10 } = schema;
  const edges = fc.constantFrom('a'.repeat(maxLength), 'a'.repeat(maxLength + 1), ...oddTexts);
  return fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), edges);
}

/** Text that is nearly base64. */
export const nearlyBase64 = fc.constantFrom(
  'YQ',
  'YQ=',
  'Y===',
  'YQ==YQ==',
  'Y-_=',
  'YQ==\n',
  ' YQ==',
  'not base64!',
  'é',
);

function inBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** Those that validators look into. */
const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid(),
  'date-time': fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(8e12) })
    .map((date) => date.toISOString()),
  uri: fc.webUrl(),
};

/** Lengths count code points (JSON Schema validation, section 6.3.1). */
function validTexts({ pattern, minLength = 0, maxLength = 1000 }: SchemaObject): fc.Arbitrary<string> {
  const lengths = { minLength, maxLength: Math.min(maxLength, minLength + 20) };
  const whole = pattern === undefined ? [] : [textsMatching(pattern)];
  const free = [
    fc.string(lengths),
    fc.string({ ...lengths, unit: 'binary' }),
    // As long as it may be, in bytes of one, two and four.
    fc.constantFrom('a', 'ä', '💧').map((character) => character.repeat(maxLength)),
    fc.constantFrom(...oddTexts),
  ];
  return fc.oneof({ weight: 3, arbitrary: fc.oneof(...whole, ...free) }, ...whole).filter((text) => {
    const { length } = Array.from(text);
    return length >= minLength && length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(text));
  });
}

/** Made once per pattern: fast-check takes up to a second to make the generator of one. */
export function textsMatching(pattern: string): fc.Arbitrary<string> {
  const known = matching.get(pattern) ?? fc.stringMatching(new RegExp(pattern));
  matching.set(pattern, known);
  return known;
}

const matching = new Map<string, fc.Arbitrary<string>>();

/** Text that programs trip over. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  'ä',
  '💧',
  '\0',
  'a\0b',
  'a+b',
  '%',
  '%00',
  '..',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  "'; drop table packages; --",
  '\r\nSet-Cookie: a=b',
  '1e3',
  '0x10',
  'null',
  '#f0ccff',
  '__proto__',
];
