/**
 * Who asks, and may they? Reads credentials as the operation's description allows them, and compares the caller's scopes
 * with those that it names. No scope is named here.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { RegistryError } from '../model/failure.ts';
import type { DescribedOperation } from './description.ts';
import { unauthenticated } from './unauthenticated.ts';

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
 * Returns a function that returns the caller, or throws if there is none: always the caller if the operation needs one.
 * If the request has several credentials, the first valid ones with the scopes that they need count, in the order of the
 * description; the others may be invalid.
 */
export async function identify<C extends Caller>(
  { access }: DescribedOperation,
  headers: IncomingHttpHeaders,
  path: PathValues,
  authenticate: Authenticate<C>,
): Promise<() => C> {
  const tried: Tried<C>[] = [];
  let lacking: RegistryError | undefined;
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
  const sent = access.headers.filter((name) => headers[name] !== undefined);
  const reason = tried.find(({ rejected }) => rejected)?.rejected?.message;
  // An error is made where it is thrown: its stack costs more than the rest of this.
  const refuse = (): never => {
    throw lacking ?? unauthenticated(access, sent, reason);
  };
  // Credentials that are wrong are refused even where none are needed: silence would hide the mistake.
  return access.anonymous && (lacking || sent.length === 0) ? refuse : refuse();
}

/**
 * Throws `missing-scope` if the caller lacks one of these scopes, which the operation needs for some requests only
 * (`x-conditional-scopes`).
 */
export function requireScope(caller: Caller, scopes: readonly string[]): void {
  const missing = scopesLacking(caller, scopes);
  if (missing.length > 0) throw missingScopes(missing, ', which this request needs');
}

/** A secret with its caller, or with what there is to say of it. */
interface Tried<C> {
  readonly secret: string;
  readonly caller?: C | undefined;
  readonly rejected?: RegistryError;
}

async function tryOut<C extends Caller>(
  secret: string,
  path: PathValues,
  authenticate: Authenticate<C>,
): Promise<Tried<C>> {
  try {
    return { secret, caller: await authenticate(secret, path) };
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'unauthenticated') return { secret, rejected: error };
    throw error;
  }
}

function scopesLacking(caller: Caller, scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !caller.scopes.includes(scope));
}

function missingScopes(scopes: readonly string[], why = ''): RegistryError {
  const noun = scopes.length === 1 ? 'scope' : 'scopes';
  return new RegistryError(
    'missing-scope',
    `Your access token doesn't have the ${scopes.join(' and ')} ${noun}${why}.`,
  );
}
