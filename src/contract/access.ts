/**
 * Who asks, and may they? Reads credentials as the operation's description allows them, and compares the caller's scopes
 * with those that it names. No scope is named here.
 */
import { RegistryError } from '../model/failure.ts';
import type { DescribedAccess, DescribedOperation } from './description.ts';
import { Refusal } from './replies/problems.ts';

/** Somebody whose credentials are good. */
export interface Caller {
  /** Names the credentials in logs; not a secret. */
  readonly id?: string | undefined;
  readonly scopes: readonly string[];
}

/**
 * Finds the caller behind a secret, for a request whose path has these values. Returns undefined if the secret is unknown
 * or has expired. Throws `unauthenticated` if there is more to say of it.
 */
export type Authenticate<C extends Caller> = (secret: string, path: PathValues) => Promise<C | undefined>;

/** The values of the path's parameters, by name. */
export type PathValues = Readonly<Record<string, string>>;

/**
 * Gives a function that answers the caller, and throws why there is none. For an operation that needs a caller it never
 * throws; where strangers are let in, whoever needs to know calls it, and the stranger gets to read what is missing.
 */
export async function identify<C extends Caller>(
  operation: DescribedOperation,
  authorization: string | undefined,
  path: PathValues,
  authenticate: Authenticate<C>,
): Promise<() => C> {
  const { access } = operation;
  if (access.ways.length === 0) return refusing(unauthenticated(access, authorization));
  const credentials = readCredentials(authorization);
  const way = credentials && access.ways.find(({ scheme }) => scheme === credentials.scheme);
  const caller = way && (await authenticate(credentials.secret, path).catch(challenging(access, authorization)));
  if (!way || !caller) {
    const refusal = unauthenticated(access, authorization);
    // Credentials that are wrong are refused even where none are needed: silence would hide the mistake.
    if (authorization !== undefined || !access.anonymous) throw refusal;
    return refusing(refusal);
  }
  const missing = way.scopes.filter((scope) => !caller.scopes.includes(scope));
  if (missing.length === 0) return () => caller;
  const refusal = missingScopes(missing);
  if (!access.anonymous) throw refusal;
  return refusing(refusal);
}

interface Credentials {
  readonly scheme: 'bearer' | 'basic';
  readonly secret: string;
}

/** RFC 6750, section 2.1, and RFC 7617, section 2; any user name goes with the token as the password. */
function readCredentials(authorization: string | undefined): Credentials | undefined {
  const [, scheme, rest] = /^(bearer|basic) +(\S+) *$/i.exec(authorization ?? '') ?? [];
  if (scheme === undefined || rest === undefined) return undefined;
  if (scheme.toLowerCase() === 'bearer') return { scheme: 'bearer', secret: rest };
  const pair = Buffer.from(rest, 'base64').toString();
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : { scheme: 'basic', secret: pair.slice(colon + 1) };
}

function unauthenticated({ ways }: DescribedAccess, authorization: string | undefined, reason?: string): Refusal {
  const basic = ways.some(({ scheme }) => scheme === 'basic');
  const wanted = basic
    ? 'Send an access token as the password of Basic credentials, with any user name, or as "Authorization: Bearer {token}".'
    : 'Send a valid access token as "Authorization: Bearer {token}".';
  const detail =
    reason ??
    (authorization === undefined ? `Authentication required. ${wanted}` : `These credentials are not valid. ${wanted}`);
  // RFC 9110, section 11.6.1. Several native clients send nothing until they have seen a Basic challenge.
  return new Refusal('unauthenticated', detail, { 'WWW-Authenticate': `${basic ? 'Basic' : 'Bearer'} realm="Larder"` });
}

function missingScopes(scopes: readonly string[]): RegistryError {
  const noun = scopes.length === 1 ? 'scope' : 'scopes';
  return new RegistryError('missing-scope', `Your access token doesn't have the ${scopes.join(' and ')} ${noun}.`);
}

/** Adds the challenge (RFC 9110, section 11.6.1) to what is said of a secret. */
function challenging(access: DescribedAccess, authorization: string | undefined): (error: unknown) => never {
  return (error) => {
    const isRejected = error instanceof RegistryError && error.code === 'unauthenticated';
    throw isRejected ? unauthenticated(access, authorization, error.message) : error;
  };
}

function refusing(refusal: RegistryError): () => never {
  return () => {
    throw refusal;
  };
}
