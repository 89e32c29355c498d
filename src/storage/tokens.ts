/** Tokens, in the catalog. */
import type { NewToken, Token } from '../model/records.ts';

/** A token that was deleted because the settings no longer specify it. */
export type EndedToken = Pick<Token, 'id' | 'description'>;

/** The secret in the settings belongs to an existing token that cannot become the settings' token. */
export interface TokenTaken extends Pick<Token, 'id' | 'description'> {
  readonly outcome: 'taken';
  /** The reason: it belongs to another organization, can only read one registry, expires, or lacks scopes. */
  readonly because: 'organization' | 'registry' | 'expiry' | 'scopes';
}

export interface Tokens {
  findByDigest(digest: string): Promise<Token | undefined>;
  /** Returns false, and changes nothing, if the parent token was deleted. */
  insert(token: NewToken): Promise<boolean>;
  /**
   * Makes `token` the settings' token of its organization, and deletes the previous one. An existing token with the
   * same digest becomes the settings' token, with its id and time unchanged, if it has all scopes, no expiry and no
   * registry; otherwise nothing changes. Tokens that these two created are not deleted.
   */
  putFromSettings(
    token: NewToken,
  ): Promise<{ readonly outcome: 'put'; readonly ended: readonly EndedToken[] } | TokenTaken>;
  /**
   * Deletes the settings' token of an organization, but not the tokens that it created. Inserts `first` if its
   * organization has no access token at all, including expired ones; or if a token was deleted, and no other one has
   * all scopes of `first` and never expires.
   */
  endFromSettings(first: NewToken): Promise<{ readonly inserted: boolean; readonly ended: readonly EndedToken[] }>;
  /**
   * Returns the access tokens of an organization with this description, except for the settings' token, oldest first.
   */
  findDescribed(organizationId: string, description: string): Promise<Token[]>;
  /** Yields the access tokens of an organization, oldest first. Read in pages. */
  listAccess(organizationId: string): AsyncIterable<Token>;
  /** Yields the tokens of a registry, oldest first. Read in pages. */
  listOfRegistry(registryId: string): AsyncIterable<Token>;
  /** Returns an access token of an organization. */
  findAccess(organizationId: string, id: string): Promise<Token | undefined>;
  /** Returns a token of a registry. */
  findOfRegistry(registryId: string, id: string): Promise<Token | undefined>;
  /** Changes the description of a token. */
  describe(id: string, description: string): Promise<void>;
  /**
   * Deletes a token of either kind and the tokens that it created, on every server. Returns false if it does not exist.
   */
  delete(organizationId: string, id: string): Promise<boolean>;
  /** Stores when a token was last used, unless a later time is stored. */
  used(id: string, at: Date): Promise<void>;
}
