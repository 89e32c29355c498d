/** Headers that the description has for every response, and the glue sets unless the operation does. */
import type { IncomingMessage } from 'node:http';
import type { DescribedOperation } from '../description.ts';

/** By their names in descriptions. */
export type StandingHeader = 'Cache-Control' | 'X-Content-Type-Options';

/**
 * Returns them for a response to `request`; `operation` is undefined if the request is for none.
 * A response that needed credentials, or got some, is for one person. Shared caches keep none of these, and all others
 * only to ask again (RFC 9111, section 5.2.2). No browser takes a response for another type than it has.
 */
export function standingHeaders(
  request: IncomingMessage,
  operation: DescribedOperation | undefined,
): Readonly<Record<StandingHeader, string>> {
  const needsCaller = operation !== undefined && !operation.access.anonymous;
  const { authorization } = request.headers;
  const hasCredentials = (): boolean =>
    operation?.access.headers.some((name) => request.headers[name] !== undefined) ?? false;
  const isPersonal = needsCaller || authorization !== undefined || hasCredentials();
  return { 'Cache-Control': isPersonal ? 'private, no-cache' : 'no-cache', 'X-Content-Type-Options': 'nosniff' };
}
