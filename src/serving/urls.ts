/** The URLs that answers carry, made from the public base URL and the paths of the contract. */
import type { operations } from '../../generated/api.ts';
import type { OpenApiDocument } from '../contract/description.ts';

export interface Urls {
  /** The public URL of the server, without a slash at its end. */
  readonly base: string;
  /** The URL of an operation. */
  of<Id extends keyof operations>(
    operation: Id,
    path: PathOf<Id>,
    query?: Readonly<Record<string, string | undefined>>,
  ): string;
  /** Where people look at things. */
  web(...segments: readonly string[]): string;
}

type PathOf<Id extends keyof operations> = operations[Id]['parameters'] extends { path: infer P extends PathValues }
  ? P
  : PathValues;

type PathValues = Readonly<Record<string, string>>;

/** `base` is the public URL of the server, without a slash at its end. */
export function createUrls(base: string, description: OpenApiDocument): Urls {
  const templates = new Map(
    Object.entries(description.paths).flatMap(([path, item]) =>
      Object.values(item).map((operation) => [(operation as { operationId?: string }).operationId, partsOf(path)]),
    ),
  );
  return {
    base,
    of: (operation, path: PathValues, query) => {
      let url = base;
      for (const { text, name } of templates.get(operation) ?? []) {
        url += text;
        if (name !== undefined) url += encoded(path[name] ?? '');
      }
      return query === undefined ? url : url + queryOf(query);
    },
    web: (...segments) => {
      let url = base;
      for (const segment of segments) url += `/${encoded(segment)}`;
      return url;
    },
  };
}

/** Most texts need no encoding, and to see that takes less than to encode them. */
function encoded(text: string): string {
  return /^[\w.~-]*$/.test(text) ? text : encodeURIComponent(text);
}

/** A text of a path, and the parameter that comes behind it. */
interface PathPart {
  readonly text: string;
  readonly name: string | undefined;
}

/** Taken apart once: a page of packages is made of hundreds of URLs. */
function partsOf(path: string): PathPart[] {
  const pieces = path.split(/\{([^{}]+)\}/);
  return pieces.flatMap((text, index) => (index % 2 === 0 ? [{ text, name: pieces[index + 1] }] : []));
}

function queryOf(query: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
