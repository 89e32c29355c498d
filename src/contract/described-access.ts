/** Reads the access rules of an operation (OpenAPI 3.1, Security Requirement Object and Security Scheme Object). */
import { createCookieReader, createSecretReader, type CredentialScheme, type ReadSecret } from './credentials.ts';

export interface DescribedAccess {
  /** Alternative credentials, each with its required scopes. */
  readonly ways: readonly DescribedWay[];
  /** Whether anonymous callers are accepted, too. */
  readonly anonymous: boolean;
  /** The headers that have credentials, in lower case, except for `cookie`. */
  readonly headers: readonly string[];
  /** The cookie of a session, which is an alternative, too. Browsers send it unasked, so an invalid one is ignored. */
  readonly cookie: DescribedCookie | undefined;
}

export interface DescribedCookie {
  readonly readSecret: ReadSecret;
  readonly scopes: readonly string[];
}

export interface DescribedWay {
  readonly scheme: CredentialScheme;
  readonly readSecret: ReadSecret;
  readonly scopes: readonly string[];
}

/** Scopes by the name of a security scheme. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

interface SecurityScheme {
  readonly type?: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
  readonly 'x-prefix'?: string;
}

/**
 * `id` is the operation in errors. `schemeOf` returns a security scheme without references; undefined if there is none.
 * Throws an `Error` for an unsupported scheme, and for a requirement with several of them.
 */
export function readAccess(
  id: string,
  security: readonly SecurityRequirement[],
  schemeOf: (name: string) => unknown,
): DescribedAccess {
  let cookie: DescribedCookie | undefined;
  const ways = security.flatMap((requirement): DescribedWay[] => {
    const [first, ...more] = Object.entries(requirement);
    if (!first) return [];
    if (more.length > 0) {
      const names = Object.keys(requirement).join(' and ');
      throw new Error(`${id}: credentials are alternatives, but one requirement needs ${names} together`);
    }
    const [name, scopes] = first;
    // The linter has checked the form.
    const described: SecurityScheme = schemeOf(name) ?? {};
    if (described.type === 'apiKey' && described.in === 'cookie' && described.name !== undefined) {
      cookie = { readSecret: createCookieReader(described.name), scopes };
      return [];
    }
    const scheme = readScheme(id, name, described);
    return [{ scheme, readSecret: createSecretReader(scheme), scopes }];
  });
  return {
    ways,
    anonymous: (ways.length === 0 && !cookie) || security.some((requirement) => Object.keys(requirement).length === 0),
    headers: [...new Set(ways.map(({ scheme }) => scheme.header.toLowerCase()))],
    cookie,
  };
}

function readScheme(
  id: string,
  name: string,
  { type, scheme, in: place, name: header, 'x-prefix': prefix }: SecurityScheme,
): CredentialScheme {
  // RFC 9110, section 11.1: the names of schemes are case-insensitive.
  const known = type === 'http' ? httpSchemes[scheme?.toLowerCase() ?? ''] : undefined;
  if (known) return known;
  if (type === 'apiKey' && place === 'header' && header !== undefined) return { header, prefix, isPair: false };
  throw new Error(`${id}: security scheme ${name} is not described or not supported`);
}

const httpSchemes: Readonly<Record<string, CredentialScheme>> = {
  // RFC 6750, section 2.1.
  bearer: { header: 'Authorization', prefix: 'Bearer', isPair: false },
  basic: { header: 'Authorization', prefix: 'Basic', isPair: true },
};
