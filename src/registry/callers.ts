/** Who calls: the holder of a token of Larder's, or of an OIDC token. */
import type { Organization, Publisher, Scope, Token } from '../model/records.ts';
import { RegistryError } from '../model/failure.ts';

export type Caller = Token | OidcCaller;

/** The holder of an OIDC token, which is for the packages of one registry. */
export interface OidcCaller {
  /** How logs name it: the issuer and the subject. */
  readonly id: string;
  readonly scopes: readonly Scope[];
  readonly organization: Organization;
  readonly registryId: string;
  /** The claims `iss` and `sub`. */
  readonly issuer: string;
  readonly subject: string;
}

/** Returns who is stored with a package as its publisher. */
export function publisherOf(caller: Caller): Publisher {
  return 'issuer' in caller
    ? { id: null, description: caller.subject, issuer: caller.issuer }
    : { id: caller.id, description: caller.description, issuer: null };
}

/** Returns the token of Larder's. Throws `missing-scope` for an OIDC token, which has no account. */
export function tokenOf(caller: Caller): Token {
  if (!('issuer' in caller)) return caller;
  throw new RegistryError('missing-scope', 'An OIDC token is for the packages of one registry. Use an access token.');
}
