/** The location of the secret in a request: one header, with or without a word before the secret, or a cookie. */
import type { IncomingHttpHeaders } from 'node:http';

export interface CredentialScheme {
  /** The name of the header, in the case of the description. */
  readonly header: string;
  /** The word before the secret, case-insensitive; undefined if the secret is the whole value. */
  readonly prefix: string | undefined;
  /**
   * Whether the word is followed by user name and password in base64 (RFC 7617, section 2). The password is the secret.
   */
  readonly isPair: boolean;
}

/** Returns the secret of a request; undefined if there is none, or the header has another form. */
export type ReadSecret = (headers: IncomingHttpHeaders) => string | undefined;

export function createSecretReader({ header, prefix, isPair }: CredentialScheme): ReadSecret {
  const name = header.toLowerCase();
  const start = prefix === undefined ? '' : `${prefix.toLowerCase()} `;
  return (headers) => {
    const value = headers[name];
    if (typeof value !== 'string' || value.slice(0, start.length).toLowerCase() !== start) return undefined;
    // Node joins repeated headers with a comma and a space (RFC 9110, section 5.3), and secrets have no space.
    const secret = /^ *(\S+) *$/.exec(value.slice(start.length))?.[1];
    return isPair && secret !== undefined ? passwordIn(secret) : secret;
  };
}

/** Returns the function that reads a cookie with this name (RFC 6265, section 4.2.1), the first one. */
export function createCookieReader(name: string): ReadSecret {
  const start = `${name}=`;
  return ({ cookie = '' }) => {
    const found = cookie.split(';').find((pair) => pair.trimStart().startsWith(start));
    const secret = found?.trim().slice(start.length);
    return secret === '' ? undefined : secret;
  };
}

function passwordIn(encoded: string): string | undefined {
  const pair = Buffer.from(encoded, 'base64').toString();
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : pair.slice(colon + 1);
}
