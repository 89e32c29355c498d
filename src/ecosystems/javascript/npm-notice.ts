/** Notes that every command of npm prints: the header `npm-notice` of a response. */
import type { Caller } from '../../registry/callers.ts';

const DAY = 24 * 60 * 60 * 1000;
const SOON = 7 * DAY;

/** Returns the header for a caller whose token expires soon, or no header. */
export function noticeFor(caller: Caller, now = new Date()): { readonly 'npm-notice'?: string } {
  // The others are valid for minutes.
  if ('issuer' in caller || 'grants' in caller || caller.expiresAt === null) return {};
  if (caller.expiresAt.getTime() - now.getTime() > SOON) return {};
  const until = caller.expiresAt.toISOString();
  const text = `The access token "${caller.description}" expires at ${until}. Create another one, and replace it in .npmrc.`;
  // Clients read headers as Latin-1 (RFC 9110, section 5.5).
  return { 'npm-notice': text.replaceAll(/[^\x20-\x7e]/g, '?') };
}
