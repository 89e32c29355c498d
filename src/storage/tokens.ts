/** Tokens, as the catalog keeps them. */
import type { NewToken, Token } from '../model/records.ts';

/** A token that has ended because the settings do not name it any more. */
export type EndedToken = Pick<Token, 'id' | 'description'>;

/** The settings name the secret of a token that cannot be theirs. */
export interface TokenTaken extends Pick<Token, 'id' | 'description'> {
  readonly outcome: 'taken';
  /** How it differs from a token of the settings: of another organization, of one registry, expires, lacks scopes. */
  readonly because: 'organization' | 'registry' | 'expiry' | 'scopes';
}

export interface Tokens {
  findByDigest(digest: string): Promise<Token | undefined>;
  /** Returns false, and changes nothing, if the token that it would end with has gone. */
  insert(token: NewToken): Promise<boolean>;
  /**
   * Makes `token` the one token of its organization that the server's settings name, and ends the one before. An existing
   * token with the same digest becomes it, and keeps its id and its time, if it has all its scopes, no expiry and no
   * registry; else nothing changes. Tokens that would end with the settings' token, or with the one before, are kept.
   */
  putFromSettings(
    token: NewToken,
  ): Promise<{ readonly outcome: 'put'; readonly ended: readonly EndedToken[] } | TokenTaken>;
  /**
   * Ends the token of an organization that the server's settings named; those that would end with it are kept. Inserts
   * `first` if its organization has no access token at all, expired ones included; or if one ended, and none is left that
   * has all scopes of `first` and never expires.
   */
  endFromSettings(first: NewToken): Promise<{ readonly inserted: boolean; readonly ended: readonly EndedToken[] }>;
  /** The access tokens of an organization with this description that the settings do not name, oldest first. */
  findDescribed(organizationId: string, description: string): Promise<Token[]>;
  /** The access tokens of an organization, oldest first; read in pages. */
  listAccess(organizationId: string): AsyncIterable<Token>;
  /** The tokens of a registry, oldest first; read in pages. */
  listOfRegistry(registryId: string): AsyncIterable<Token>;
  /** An access token of an organization. */
  findAccess(organizationId: string, id: string): Promise<Token | undefined>;
  /** A token of a registry. */
  findOfRegistry(registryId: string, id: string): Promise<Token | undefined>;
  /** Changes what a token is said to be for. */
  describe(id: string, description: string): Promise<void>;
  /** Deletes a token of either kind with those that end with it; they stop working on every server. False if none is. */
  delete(organizationId: string, id: string): Promise<boolean>;
  /** Keeps when a token was last used; never sets it back. */
  used(id: string, at: Date): Promise<void>;
}
