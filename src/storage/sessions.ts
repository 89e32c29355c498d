/** Sessions of browsers, in the catalog. A session ends with its token. */
import type { Token } from '../model/records.ts';

export interface Session {
  readonly token: Token;
  readonly createdAt: Date;
  /** When it was last used; stored from time to time. */
  readonly usedAt: Date;
}

export interface NewSession {
  /** The hash of its secret. */
  readonly digest: string;
  readonly tokenId: string;
  readonly createdAt: Date;
}

export interface Sessions {
  find(digest: string): Promise<Session | undefined>;
  /** Returns false, and changes nothing, if the token was deleted. */
  insert(session: NewSession): Promise<boolean>;
  /** Stores when a session was last used. */
  used(digest: string, at: Date): Promise<void>;
  delete(digest: string): Promise<void>;
  /** Deletes the sessions that were created or last used before these times. */
  deleteEnded(created: Date, used: Date): Promise<void>;
}
