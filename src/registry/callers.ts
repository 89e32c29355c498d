/** The caller of an operation: the holder of an access token, a registry token or an OIDC token. */
import type { Organization, Publisher, Scope, Token } from '../model/records.ts';
import { Failure } from '../model/failure.ts';

export type Caller = Token | OidcCaller;

/** The holder of an OIDC token, which gives access to the packages of one registry. */
export interface OidcCaller {
  /** The issuer and the subject, for logs. */
  readonly id: string;
  readonly scopes: readonly Scope[];
  readonly organization: Organization;
  readonly registryId: string;
  /** The claims `iss` and `sub`. */
  readonly issuer: string;
  readonly subject: string;
}

/** Returns the publisher to store with a package. */
export function publisherOf(caller: Caller): Publisher {
  return 'issuer' in caller
    ? { id: null, description: caller.subject, issuer: caller.issuer }
    : { id: caller.id, description: caller.description, issuer: null };
}

/** Returns the caller's Larder token. Throws `missing-scope` for an OIDC token, which has no account. */
export function tokenOf(caller: Caller): Token {
  if (!('issuer' in caller)) return caller;
  throw new Failure(
    'missing-scope',
    'An OIDC token only gives access to the packages of one registry. Use an access token.',
  );
}
