/** The URLs in replies, built from the public base URL and the paths of descriptions. */
import type { operations as api } from '../../generated/api.ts';
import type { operations as pages } from '../../generated/pages.ts';
import { readDescription, type DescribedOperation, type OpenApiDocument } from '../contract/description.ts';
import { encodeSegments, segmentsOfTemplate } from '../contract/path-template.ts';

/** The URLs of operations, by their generated types; by default, those of the API and of the web pages. */
export interface Urls<Described = api & pages> {
  /** The public URL of the server, without a slash at its end. */
  readonly base: string;
  /** Returns the URL of an operation. A value that spans segments keeps its slashes. */
  of<Id extends keyof Described>(
    operation: Id,
    path: PathOf<Described[Id]>,
    query?: Readonly<Record<string, string | undefined>>,
  ): string;
}

/**
 * Returns the URLs below a public URL, which has no slash at its end. With '', they are paths, for URLs that are relative
 * to each other.
 */
export type UrlsBelow<Described> = (base: string) => Urls<Described>;

type PathOf<O> = O extends { readonly parameters: { readonly path: infer P extends PathValues } } ? P : PathValues;

type PathValues = Readonly<Record<string, string>>;

/** Prepares the URLs of all operations of some descriptions, so that each is only joined from its parts. */
export function prepareUrls<Described>(...descriptions: readonly OpenApiDocument[]): UrlsBelow<Described> {
  const templates = new Map<PropertyKey, readonly PathPart[]>(
    descriptions
      .flatMap((description) => readDescription(description).operations)
      .map((operation) => [operation.id, partsOf(operation)]),
  );
  return (base) => ({
    base,
    of: (operation, path: PathValues, query) => {
      let url = base;
      for (const { text, name, encode } of templates.get(operation) ?? []) {
        url += text;
        if (name !== undefined) url += encode(path[name] ?? '');
      }
      return query === undefined ? url : url + queryOf(query);
    },
  });
}

/** Most texts need no encoding, and checking that is faster than encoding them. */
function encoded(text: string): string {
  return /^[\w.~-]*$/.test(text) ? text : encodeURIComponent(text);
}

/** A literal part of a path, and the parameter after it. */
interface PathPart {
  readonly text: string;
  readonly name: string | undefined;
  readonly encode: (value: string) => string;
}

/** Parsed once, because a page of packages has hundreds of URLs. */
function partsOf({ path, parameters }: DescribedOperation): PathPart[] {
  const spanning = new Set(parameters.filter(({ spansSegments }) => spansSegments).map(({ name }) => name));
  const parts: PathPart[] = [];
  let text = '';
  for (const segment of segmentsOfTemplate(path)) {
    text += '/';
    if ('literal' in segment) text += segment.literal;
    else {
      const name = segment.parameter;
      parts.push({ text, name, encode: spanning.has(name) ? encodeSegments : encoded });
      text = '';
    }
  }
  return text === '' ? parts : [...parts, { text, name: undefined, encode: encoded }];
}

function queryOf(query: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
