/**
 * The caller of an operation: the holder of an access token, a session, a registry token, an OIDC token, or a grant that
 * was made from one of these.
 */
import type { Organization, Publisher, Scope, Token } from '../model/records.ts';
import { Failure } from '../model/failure.ts';
import type { Claims } from './oidc/evaluate.ts';

export type Caller = Token | SignedIn | OidcCaller | GrantedCaller;

/** The holder of a session, with the token that it was made with. */
export interface SignedIn extends Token {
  /** The hash of the session's secret. */
  readonly session: string;
}

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
  /** All claims. */
  readonly claims: Claims;
  /** The claim `exp`. */
  readonly expiresAt: Date;
}

/** The holder of a grant, which allows a part of what its maker is allowed to do, for a short time. */
export interface GrantedCaller {
  /** That of its maker, for logs. */
  readonly id: string;
  /** Those that the grant has for the URL of the request. */
  readonly scopes: readonly Scope[];
  /** Null if the grant was made anonymously: it reads public registries only. */
  readonly by: Publisher | null;
  /** Has an empty id if the grant was made anonymously. */
  readonly organization: Organization;
  /** The one registry that its maker has access to; null for all of the organization. */
  readonly registryId: string | null;
  /** All that it allows. */
  readonly grants: readonly Grant[];
}

/** The scopes for one project of a registry, `{organization}/{registry}/{name}`. */
export interface Grant {
  readonly project: string;
  readonly scopes: readonly Scope[];
}

/** Returns the publisher to store with a package. */
export function publisherOf(caller: Caller): Publisher {
  if ('grants' in caller) return caller.by ?? { id: null, description: 'anonymous', issuer: null };
  return 'issuer' in caller
    ? { id: null, description: caller.subject, issuer: caller.issuer }
    : { id: caller.id, description: caller.description, issuer: null };
}

/** Returns the caller's Larder token. Throws `unauthenticated` for an OIDC token or a grant, which have no account. */
export function tokenOf(caller: Caller): Token {
  if ('grants' in caller)
    throw new Failure('unauthenticated', 'This token only gives access to images. Use an access token.');
  if (!('issuer' in caller)) return caller;
  throw new Failure(
    'unauthenticated',
    'An OIDC token only gives access to the packages of one registry. Use an access token.',
  );
}
