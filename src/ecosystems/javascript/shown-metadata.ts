/** A manifest in the REST API. */
import { objectOf, textOf } from '../../formats/json-values.ts';
import type { JsonObject, JsonValue } from '../../model/values.ts';
import { cutText } from './cut-text.ts';

const LONGEST_TEXT = 1000;
const MOST_VALUES = 200;

/**
 * Returns the fields that people compare, if the manifest has them: the texts `description`, `license`, `homepage`,
 * `repository` (its URL) and `author` (a name); the list `keywords`; and the maps `engines`, `dependencies` and
 * `peerDependencies`. A text of more than 1,000 characters is cut and ends with "…". Lists and maps have at most their
 * first 200 items.
 */
export function shownMetadata(manifest: JsonObject): JsonObject {
  const { description, license, homepage, repository, author, keywords } = manifest;
  const texts = {
    description: textOf(description),
    license: textOf(license) ?? textOf(objectOf(license)['type']),
    homepage: textOf(homepage),
    repository: textOf(repository) ?? textOf(objectOf(repository)['url']),
    author: textOf(author) ?? textOf(objectOf(author)['name']),
  };
  return {
    ...Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => (text ? [[name, cut(text)]] : []))),
    ...(Array.isArray(keywords) && { keywords: textsIn(keywords) }),
    ...Object.fromEntries(MAPS.flatMap((name) => shownMap(name, manifest[name]))),
  };
}

const MAPS = ['engines', 'dependencies', 'peerDependencies'] as const;

function shownMap(name: string, value: JsonValue | undefined): [string, JsonObject][] {
  const texts = Object.entries(objectOf(value)).flatMap(([key, text]) =>
    typeof text === 'string' ? [[key, text]] : [],
  );
  if (texts.length === 0) return [];
  return [[name, Object.fromEntries(texts.slice(0, MOST_VALUES).map((entry) => entry.map(cut)))]];
}

function textsIn(values: readonly JsonValue[]): string[] {
  return values
    .filter((value) => typeof value === 'string')
    .slice(0, MOST_VALUES)
    .map(cut);
}

function cut(value: string): string {
  return cutText(value, LONGEST_TEXT);
}
