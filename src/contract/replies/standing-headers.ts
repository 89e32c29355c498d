/** Headers that the description has for every response. The glue sets them unless the operation does. */
import type { IncomingMessage } from 'node:http';
import type { DescribedOperation } from '../description.ts';

/** By their names in the description. */
export type StandingHeader = 'Cache-Control' | 'X-Content-Type-Options';

/**
 * Returns the headers of a response to `request`. `operation` is undefined for a request without an operation. A
 * response that needed or got credentials is private. Shared caches do not store it, and other caches must revalidate
 * it (RFC 9111, section 5.2.2). Browsers do not guess the type of a response.
 */
export function standingHeaders(
  request: IncomingMessage,
  operation: DescribedOperation | undefined,
): Readonly<Record<StandingHeader, string>> {
  const needsCaller = operation !== undefined && !operation.access.anonymous;
  const { authorization } = request.headers;
  const hasCredentials = (): boolean =>
    operation?.access.headers.some((name) => request.headers[name] !== undefined) ?? false;
  const hasCookie = operation?.access.cookie !== undefined && request.headers.cookie !== undefined;
  const isPersonal = needsCaller || authorization !== undefined || hasCredentials() || hasCookie;
  return { 'Cache-Control': isPersonal ? 'private, no-cache' : 'no-cache', 'X-Content-Type-Options': 'nosniff' };
}
