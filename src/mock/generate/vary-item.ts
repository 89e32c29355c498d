/** Varies an example: other ids, names, versions, digests, sizes and times, and the same everywhere in the item. */
import { packageNames, registryNames, tokenNames } from './names.ts';
import { randomOf, type Random } from './random.ts';

export interface Variation {
  readonly seed: string;
  /** The id of the new item. */
  readonly id: string;
  /** In milliseconds. */
  readonly time: number;
  /** The name of the new item, if the request has it. */
  readonly name?: string | undefined;
  /** Words that the request replaces. */
  readonly words: ReadonlyMap<string, string>;
}

type Item = Readonly<Record<string, unknown>>;

/** The properties that identify an item, the first that it has. */
const idNames = ['id', 'uuid'] as const;

/** Returns the id of an item; undefined if it has none. */
export function idOf(item: unknown): string | undefined {
  const values = idNames.map((name) => (Object(item) as Item)[name]);
  return values.find((value) => typeof value === 'string');
}

const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
const digest = /\b(?:[0-9a-f]{128}|[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})\b/g;
const instant = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** The same seed and id always have the same values, so that an item of a list and its details agree. */
export function varyItem<T>(item: T, { seed, id, time, name, words }: Variation): T {
  const random = (purpose: string): Random => randomOf(seed, id, purpose);
  const ownId = idOf(item);
  const replaced = new Map([...wordsOf(Object(item) as Item, random, name), ...words]);
  const delta = time - latestTime(JSON.stringify(item));
  const text = JSON.stringify(item)
    .replaceAll(uuid, (old) => (old === ownId ? id : random(old).uuid(time)))
    .replaceAll(digest, (old) => random(old).hex(old.length))
    .replaceAll(instant, (old) => new Date(Date.parse(old) + delta).toISOString().replace('.000Z', 'Z'))
    .replaceAll(/"size":\d+/g, (old) => `"size":${1000 + random(old).integer(9_000_000)}`);
  return JSON.parse(withGraphqlId(replaceWords(text, replaced), ownId, id)) as T;
}

/** An id of GraphQL is the base64 form of a text with the id. */
function withGraphqlId(text: string, ownId: string | undefined, id: string): string {
  if (ownId === undefined) return text;
  return text.replaceAll(/(?<="graphql_id":")[\w+/=]+/g, (encoded) =>
    Buffer.from(Buffer.from(encoded, 'base64').toString().replace(ownId, id)).toString('base64'),
  );
}

function latestTime(text: string): number {
  const times = [...text.matchAll(instant)].map(([found]) => Date.parse(found));
  return times.length === 0 ? 0 : Math.max(...times);
}

/** Returns the words of an item that are replaced wherever they stand in it, such as in the names of files. */
function wordsOf(item: Item, random: (purpose: string) => Random, requested: string | undefined): Map<string, string> {
  const { name, version, slug, description, scopes, ecosystem } = item;
  const words = new Map<string, string>();
  if (typeof name === 'string' && typeof version === 'string') {
    words.set(version, versionFrom(random('version')));
    words.set(name, requested ?? random('name').pick(packageNames));
  } else if (typeof name === 'string' && typeof slug === 'string' && typeof ecosystem === 'string') {
    const other = random('name').pick(registryNames);
    words.set(name, other);
    words.set(slug, other.replaceAll(' ', '-'));
  } else if (typeof description === 'string' && Array.isArray(scopes)) {
    words.set(description, random('name').pick(tokenNames));
  }
  return words;
}

function versionFrom(random: Random): string {
  return [random.integer(4), random.integer(20), random.integer(10)].join('.');
}

/** Replaces whole words in JSON, in one pass, so that a new word is not replaced again. Properties keep their names. */
function replaceWords(json: string, words: ReadonlyMap<string, string>): string {
  if (words.size === 0) return json;
  const encoded = new Map([...words].map(([word, other]) => [JSON.stringify(word).slice(1, -1), other]));
  const pattern = [...encoded.keys()].map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  return json.replaceAll(new RegExp(`(?<![A-Za-z0-9])(?:${pattern})(?![A-Za-z0-9])(?!"\\s*:)`, 'g'), (word) =>
    JSON.stringify(encoded.get(word) ?? word).slice(1, -1),
  );
}
