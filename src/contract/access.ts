/**
 * Authenticates and authorizes requests: reads the credentials that the operation's description allows, and compares
 * the caller's scopes with the required ones. Scopes are names without a meaning here.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { Failure } from '../model/failure.ts';
import type { DescribedCookie } from './described-access.ts';
import type { DescribedOperation } from './description.ts';
import { isFromOwnPage } from './own-page.ts';
import { unauthenticated } from './unauthenticated.ts';

/** A caller with valid credentials. */
export interface Caller {
  /** The id of the credentials, for logs. Not a secret. */
  readonly id?: string | undefined;
  readonly scopes: readonly string[];
}

/**
 * Returns the caller with a secret of a header or a cookie, for a request whose path has these values; undefined if the
 * secret is unknown or expired. A secret of one kind is unknown in the place of the other. Throws `unauthenticated` if
 * there is a more specific reason.
 */
export type Authenticate<C extends Caller> = (
  secret: string,
  path: PathValues,
  place: 'header' | 'cookie',
) => Promise<C | undefined>;

/** The parts of a request that identify its caller. */
export interface Asking {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly path: PathValues;
  /** The public URL of the server. */
  readonly server: string;
}

/** The values of the path parameters, by name. */
export type PathValues = Readonly<Record<string, string>>;

/**
 * Returns a function that returns the caller, or throws if the request is anonymous, which is possible only if the
 * operation allows it. If the request has several credentials, the first valid ones with the required scopes are used,
 * in the order of the description, the cookie last; the others may be invalid.
 */
export async function identify<C extends Caller>(
  { access }: DescribedOperation,
  asking: Asking,
  authenticate: Authenticate<C>,
): Promise<() => C> {
  const { headers, path } = asking;
  const tried: Tried<C>[] = [];
  let lacking: Failure | undefined;
  for (const { readSecret, scopes } of access.ways) {
    const secret = readSecret(headers);
    if (secret === undefined) continue;
    const one = tried.find((earlier) => earlier.secret === secret) ?? (await tryOut(secret, path, authenticate));
    tried.push(one);
    if (!one.caller) continue;
    const { caller } = one;
    const missing = scopesLacking(caller, scopes);
    if (missing.length === 0) return () => caller;
    lacking ??= missingScopes(missing);
  }
  const { cookie } = access;
  const session = cookie && readCookie(cookie, asking);
  const signedIn = session === undefined ? undefined : await authenticate(session, path, 'cookie');
  if (cookie && signedIn) {
    const missing = scopesLacking(signedIn, cookie.scopes);
    if (missing.length === 0) return () => signedIn;
    lacking ??= missingScopes(missing);
  }
  const sent = access.headers.filter((name) => headers[name] !== undefined);
  const reason = tried.find(({ rejected }) => rejected)?.rejected?.message;
  // Errors are created only when they are thrown, because their stack costs more than the rest of this function.
  const refuse = (): never => {
    throw lacking ?? unauthenticated(access, sent, reason);
  };
  // Invalid credentials are rejected even if none are needed, because ignoring them would hide the mistake.
  return access.anonymous && (lacking || sent.length === 0) ? refuse : refuse();
}

/** Pages of other sites can make a browser send its cookies, so those count only for requests that change nothing. */
function readCookie({ readSecret }: DescribedCookie, { method, headers, server }: Asking): string | undefined {
  const isSafe = method === 'GET' || method === 'HEAD';
  return isSafe || isFromOwnPage(headers, server) ? readSecret(headers) : undefined;
}

/**
 * Throws `missing-scope` if the caller lacks one of these scopes, which the operation needs for some requests only
 * (`x-conditional-scopes`).
 */
export function requireScope(caller: Caller, scopes: readonly string[]): void {
  const missing = scopesLacking(caller, scopes);
  if (missing.length > 0) throw missingScopes(missing, ', which this request needs');
}

/** A secret with its caller, or with the reason for its rejection. */
interface Tried<C> {
  readonly secret: string;
  readonly caller?: C | undefined;
  readonly rejected?: Failure;
}

async function tryOut<C extends Caller>(
  secret: string,
  path: PathValues,
  authenticate: Authenticate<C>,
): Promise<Tried<C>> {
  try {
    return { secret, caller: await authenticate(secret, path, 'header') };
  } catch (error) {
    if (error instanceof Failure && error.code === 'unauthenticated') return { secret, rejected: error };
    throw error;
  }
}

function scopesLacking(caller: Caller, scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !caller.scopes.includes(scope));
}

function missingScopes(scopes: readonly string[], why = ''): Failure {
  const noun = scopes.length === 1 ? 'scope' : 'scopes';
  return new Failure('missing-scope', `Your access token doesn't have the ${scopes.join(' and ')} ${noun}${why}.`);
}
