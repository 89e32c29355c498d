/** The issuers of OIDC tokens that a server accepts. A policy selects among them. */

/** Returns whether tokens of this issuer (claim `iss`) are accepted. */
export type AcceptsIssuer = (iss: string) => boolean;

/** The issuers of Buildkite and GitHub. CircleCI's has the id of an organization in its URL. */
const publicIssuers: readonly string[] = ['https://agent.buildkite.com', 'https://token.actions.githubusercontent.com'];
const circleCi = /^https:\/\/oidc\.circleci\.com\/org\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `own` are additional issuers; `withPublic` is whether the three public ones are accepted. */
export function acceptIssuers({ own, withPublic }: IssuerSettings): AcceptsIssuer {
  const listed = new Set([...(withPublic ? publicIssuers : []), ...own]);
  return (iss) => listed.has(iss) || (withPublic && circleCi.test(iss));
}

export interface IssuerSettings {
  readonly own: readonly string[];
  readonly withPublic: boolean;
}

/**
 * Reads a setting such as `https://ci.example.com,https://login.example.com/realms/builds`. The word `none` among the
 * URLs excludes the public issuers. Returns undefined if a URL is not https; http is accepted for loopback addresses.
 */
export function parseIssuers(text: string): IssuerSettings | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const own = parts.filter((part) => part !== 'none');
  return own.every(isIssuer) ? { own, withPublic: own.length === parts.length } : undefined;
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const bare = [username, password, search, hash].every((part) => part === '') && !/[?#]/.test(text);
  return bare && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
}

/** The names and addresses of this machine (RFC 6761, section 6.3, and RFC 1122, section 3.2.1.3). */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
