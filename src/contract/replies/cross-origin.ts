/**
 * Lets pages of any origin call the operations of a description that says `x-cross-origin: true` (Fetch Standard, CORS
 * protocol). No cookies are involved. Other operations need no credentials for public things, so a page of any site
 * could read those of a network that only its visitor reaches.
 */
import type { IncomingMessage } from 'node:http';

/** The methods that some URL or other answers. */
export const everyMethod = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';

/** On every response of such an operation, and of none. */
export const crossOriginHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': '*',
} as const;

/** What OPTIONS asks for. */
export interface Allowed {
  /** Methods, with commas between. */
  readonly allow: string;
  /** Whether pages of other origins may use them. */
  readonly crossOrigin: boolean;
  /** The headers with credentials that they read, in lower case. */
  readonly credentials: readonly string[];
}

/** The answer to OPTIONS, which for a browser's preflight says what it may send. No credentials are needed for it. */
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
