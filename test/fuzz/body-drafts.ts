/** Bodies of drafts, made from the values that the schemas of their media types allow, by how these are read. */
import * as fc from 'fast-check';
import { follow, type DescribedMedia, type OpenApiDocument } from '../../src/contract/description.ts';
import { essenceOf, keyDescribing } from '../../src/contract/media-types.ts';
import type { EcosystemId } from '../../src/model/values.ts';
import type { DraftBody, DraftPart } from './drafts.ts';
import { wholePackage, type PackageRecipe } from './packages.ts';
import { validValuesOf } from './schema-values.ts';
import type { Subject } from './subjects.ts';
import { knownNames } from './things.ts';

/** Bodies that break no rule; undefined where the operation reads none, or needs none. */
export function bodiesOf(
  { document, operation: { body } }: Subject,
  files: fc.Arbitrary<PackageRecipe>,
): fc.Arbitrary<DraftBody | undefined> {
  if (!body) return fc.constant(undefined);
  const kinds = [...body.media].map(([key, media]): fc.Arbitrary<DraftBody | undefined> => {
    const values = validValuesOf(document, media.schema);
    if (media.kind === 'form') return formsOf(media, values, files);
    if (media.kind === 'bytes') return fc.record({ bytes: fc.uint8Array(), type: typesOf(key, body.media) });
    return media.kind === 'json' ? jsonOf(document, media, values) : values.map((value) => bodyOf(media, value));
  });
  return fc.oneof(...kinds, ...(body.required ? [] : [fc.constant(undefined)]));
}

/** A value as a body of the media type, whether its schema allows it or not. Forms take `ecosystem`'s package as files. */
export function bodyOf(media: DescribedMedia, value: unknown, ecosystem: EcosystemId = 'files'): DraftBody {
  if (media.kind === 'lines') return { lines: value as readonly unknown[] };
  if (media.kind === 'urlencoded') return { fields: pairsOf(value) };
  return media.kind === 'form'
    ? formOf(media, value, wholePackage(ecosystem), (_, text) => ({ text }))
    : { json: value, known: [] };
}

/** Media types that `key` describes, and no other key that goes before it; undefined for none. */
function typesOf(key: string, media: ReadonlyMap<string, unknown>): fc.Arbitrary<string | undefined> {
  const [top] = key.split('/');
  const types = [undefined, 'application/x-any', 'Text/Plain; charset=utf-8', 'application/json', `${top}/x-own`, key];
  return fc.constantFrom(...types.filter((type) => keyDescribing(media, essenceOf(type)) === key));
}

function jsonOf(
  document: OpenApiDocument,
  { schema }: DescribedMedia,
  values: fc.Arbitrary<unknown>,
): fc.Arbitrary<DraftBody> {
  const { properties = {} } = follow<{ properties?: Record<string, unknown> }>(document, schema);
  const names = Object.keys(properties).filter((name) => knownNames.has(name));
  // A property that the value lacks may not go with those that it has.
  return fc
    .record({ json: values, known: fc.subarray(names) })
    .map(({ json, known }) => ({ json, known: known.filter((name) => name in Object(json)) }));
}

function formsOf(
  media: DescribedMedia,
  values: fc.Arbitrary<unknown>,
  files: fc.Arbitrary<PackageRecipe>,
): fc.Arbitrary<DraftBody> {
  // Other names do not stand between quotes as they are.
  const plain = values.filter((value) => Object.keys(value as object).every((name) => /^[^\p{C}"\\]+$/u.test(name)));
  return fc
    .tuple(plain, files, fc.boolean())
    .map(([value, file, strange]) =>
      formOf(media, value, file, (name, text) => (strange ? { text } : { known: name, nth: 0, otherwise: text })),
    );
}

/** Files come last, as storage services want it. */
function formOf(
  { partKind }: DescribedMedia,
  value: unknown,
  file: PackageRecipe,
  given: (name: string, text: string) => Extract<DraftPart, { text: unknown }>['text'],
): DraftBody {
  const parts = pairsOf(value).map(([name, text]): DraftPart =>
    partKind(name)?.startsWith('file') ? { name, file } : { name, text: given(name, text) },
  );
  return { parts: parts.toSorted((one, other) => Number('file' in one) - Number('file' in other)) };
}

/** Members with their texts; one of a list for each item. */
function pairsOf(value: unknown): (readonly [name: string, text: string])[] {
  return Object.entries(value as Record<string, unknown>).flatMap(([name, member]) =>
    [member].flat().map((one) => [name, String(one)] as const),
  );
}
