/** Whether a request comes from a page of this server, so that pages of other sites cannot use the cookies of a browser. */
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Returns whether a page of the server at this public URL sent a request. Browsers send `Sec-Fetch-Site` (Fetch
 * Metadata, section 2.3), and without TLS `Origin` only (Fetch, section 3.2). Pages cannot change these headers.
 */
export function isFromOwnPage(headers: IncomingHttpHeaders, server: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin !== undefined && URL.canParse(server) && headers.origin === new URL(server).origin;
}
