/** Reads a request target in origin form (RFC 9112, section 3.2.1) into path and query. */
import { parse } from 'node:querystring';
import { invalidRequest } from './replies/problems.ts';
import { segmentsOf } from './router.ts';

export interface RequestTarget {
  /** As it was sent, with one slash at the beginning. */
  readonly path: string;
  /** The path's segments, decoded. */
  readonly segments: readonly string[];
  /** As it was sent, without the question mark. */
  readonly rawQuery: string;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
}

/** Throws `invalid-request` for another format, and for a path that is not percent-encoded UTF-8. */
export function readTarget(url: string): RequestTarget {
  if (!url.startsWith('/')) throw invalidRequest([{ path: 'path', message: 'must begin with a slash' }]);
  // A target without a query is treated as if the question mark were at its end.
  const end = `${url}?`.indexOf('?');
  // Clients that join their base URL and a path naively send two slashes.
  const path = url.slice(0, end).replace(/^\/{2,}/, '/');
  const rawQuery = url.slice(end + 1);
  return { path, segments: decoded(path), rawQuery, query: parse(rawQuery, '&', '=', { maxKeys: 0 }) };
}

function decoded(path: string): string[] {
  try {
    return segmentsOf(path);
  } catch {
    throw invalidRequest([{ path: 'path', message: 'is not percent-encoded UTF-8' }]);
  }
}

/**
 * Throws `invalid-request` for a query with a fragment, and for one that is not percent-encoded UTF-8, which
 * `readTarget` does not decode exactly.
 */
export function checkQuery({ rawQuery }: RequestTarget): void {
  // RFC 9110, section 4.2.5: fragments are not sent to the server.
  if (rawQuery.includes('#')) throw invalidRequest([{ path: 'query', message: 'must not have a "#"; send it as %23' }]);
  if (isEncoded(rawQuery)) return;
  const [name = ''] = (rawQuery.split('&').find((pair) => !isEncoded(pair)) ?? '').split('=', 1);
  const path = isEncoded(name) && name !== '' ? `query.${name.slice(0, longestName)}` : 'query';
  throw invalidRequest([{ path, message: 'is not percent-encoded UTF-8; send "%" as %25' }]);
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** In characters: enough to recognize the parameter. */
const longestName = 100;
