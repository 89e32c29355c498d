/**
 * Allows pages of any origin to call the operations of a description with `x-cross-origin: true` (Fetch Standard, CORS
 * protocol). No cookies are involved. Other descriptions have public resources without credentials, so the page of any
 * site could read those of a private network through its visitors.
 */
import type { IncomingMessage } from 'node:http';

/** The methods that at least one URL supports. */
export const everyMethod = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';

/** On every response of such an operation, and of requests without an operation. */
export const crossOriginHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': '*',
} as const;

/** The capabilities of a URL, for OPTIONS. */
export interface Allowed {
  /** The methods, separated by commas. */
  readonly allow: string;
  /** Whether pages of other origins may use the methods. */
  readonly crossOrigin: boolean;
  /** The headers with credentials that they read, in lower case. */
  readonly credentials: readonly string[];
}

/** Returns the reply to OPTIONS, including a browser's preflight. It needs no credentials. */
export function optionsHeaders(
  request: IncomingMessage,
  { allow, crossOrigin, credentials }: Allowed,
): Record<string, string> {
  const isPreflight = request.headers['access-control-request-method'] !== undefined;
  if (!isPreflight || !crossOrigin) return { Allow: allow };
  return {
    Allow: allow,
    'Access-Control-Allow-Methods': allow,
    // The wildcard does not cover Authorization (Fetch Standard, CORS-preflight fetch).
    'Access-Control-Allow-Headers':
      request.headers['access-control-request-headers'] ?? ['*', ...new Set(credentials)].join(', '),
    'Access-Control-Max-Age': '7200',
    Vary: 'Access-Control-Request-Headers',
  };
}
