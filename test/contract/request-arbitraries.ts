/** Makes requests from the contract: many that it allows, and many that it nearly allows. */
import * as fc from 'fast-check';
import { valuesOf } from '../fuzz/schema-values.ts';
import type {
  DescribedOperation,
  DescribedParameter,
  OpenApiDocument,
  Schema,
} from '../../src/contract/description.ts';
import type { RawParameters } from '../../src/contract/validation/quick-check.ts';
import { readTarget } from '../../src/contract/target.ts';

/** A request to an operation, without its body. */
export function parametersOf(document: OpenApiDocument, operation: DescribedOperation): fc.Arbitrary<RawParameters> {
  const { parameters, path } = operation;
  const inPlace = (place: DescribedParameter['in']): readonly DescribedParameter[] =>
    parameters.filter((one) => one.in === place);
  const pathValues = fc.record(
    Object.fromEntries(inPlace('path').map(({ name, schema }) => [name, pathText(document, schema)])),
  );
  const headers = fc.record(
    Object.fromEntries(inPlace('header').map(({ name, schema }) => [name.toLowerCase(), headerText(document, schema)])),
    { requiredKeys: [] },
  );
  return fc.record({ path: pathValues, rawQuery: rawQueries(document, inPlace('query')), headers }).map((made) => {
    const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(made.path[name] ?? ''));
    return {
      path: made.path,
      headers: made.headers,
      target: readTarget(made.rawQuery === '' ? filled : `${filled}?${made.rawQuery}`),
    };
  });
}

function pathText(document: OpenApiDocument, schema: Schema): fc.Arbitrary<string> {
  // A request with many parameters is to be valid now and then, so most texts are not nasty.
  // A path segment that is empty, or no Unicode, never gets as far as a validator.
  return fc
    .oneof({ weight: 9, arbitrary: valuesOf(document, schema, 'some').map(asText) }, nasty)
    .filter((text) => text !== '' && text.isWellFormed());
}

function headerText(document: OpenApiDocument, schema: Schema): fc.Arbitrary<string> {
  return fc
    .oneof({ weight: 9, arbitrary: valuesOf(document, schema, 'some').map(asText) }, nasty)
    .filter((text) => /^[\x20-\x7e]*$/.test(text));
}

const nasty = fc.constantFrom(
  "'; drop table packages; --",
  '<script>alert(1)</script>',
  '..',
  '../../etc/passwd',
  'a b',
  'a+b',
  'a&b=c',
  '?',
  '#',
  '[]',
  'null',
  'true',
  '-1',
  '1.0',
  '  1',
  '1 ',
  '٣',
  'é',
  '%00',
  'a'.repeat(300),
);

/** Query strings as clients write them: encoded, half encoded, repeated, empty, unknown. None has a fragment. */
function rawQueries(document: OpenApiDocument, parameters: readonly DescribedParameter[]): fc.Arbitrary<string> {
  const written = parameters.map(({ name, schema, required }) => {
    const value = fc
      .oneof({ weight: 9, arbitrary: valuesOf(document, schema, 'some').map(asText) }, nasty)
      .filter((text) => text.isWellFormed());
    const pair = fc.oneof(
      { weight: 6, arbitrary: value.map((text) => `${name}=${encodeURIComponent(text)}`) },
      {
        weight: 2,
        arbitrary: value.map(
          (text) => `${name}=${encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%3A', ':')}`,
        ),
      },
      { weight: 1, arbitrary: value.map((text) => `${name}=${text.replaceAll(/[^\x21-\x7e]|#/g, '')}`) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          name,
          `${name}=`,
          `${encodeURIComponent(name)}%5B%5D=1`,
          `${name}[]=1`,
          `${name}=1&${name}=2`,
        ),
      },
    );
    return fc.oneof(
      { weight: required ? 8 : 2, arbitrary: pair },
      { weight: required ? 1 : 3, arbitrary: fc.constant('') },
    );
  });
  const odd = fc.oneof(
    { weight: 12, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'unknown=1',
        '__proto__=1',
        '=1',
        '&',
        '[=1',
        'a[b]=1',
        'constructor=1',
        'toString',
        '?',
      ),
    },
  );
  // A query that is not percent-encoded UTF-8 never gets as far as a validator.
  return fc.tuple(...written, odd).map((pairs) => pairs.filter((pair) => pair !== '' && isEncoded(pair)).join('&'));
}

function isEncoded(text: string): boolean {
  try {
    return decodeURIComponent(text) !== undefined;
  } catch {
    return false;
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
