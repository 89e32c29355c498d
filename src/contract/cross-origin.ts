/** Lets pages of any origin call the API (Fetch Standard, CORS protocol). No cookies are involved, so all may. */
import type { IncomingMessage } from 'node:http';

/** The methods that some URL or other answers. */
export const everyMethod = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';

/** On every answer. */
export const crossOriginHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': '*',
} as const;

/** The answer to OPTIONS, which for a browser's preflight says what it may send. No credentials are needed for it. */
export function optionsHeaders(request: IncomingMessage, allow: string): Record<string, string> {
  const isPreflight = request.headers['access-control-request-method'] !== undefined;
  if (!isPreflight) return { Allow: allow };
  return {
    Allow: allow,
    'Access-Control-Allow-Methods': allow,
    // The wildcard does not cover Authorization.
    'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '*',
    'Access-Control-Max-Age': '7200',
    Vary: 'Access-Control-Request-Headers',
  };
}
