/** Stores when tokens were last used, in the background: no request waits for it or fails because of it. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Token } from '../model/records.ts';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

export interface TokenUses {
  /** Stores that a token is used now, to the minute. Returns the token with this time. */
  note(token: Token): Token;
  /** Waits for running writes. */
  settle(): Promise<void>;
}

/** In milliseconds. A write per request would cost more than most requests. */
const minute = 60_000;

/** `report` is called with each failure: a full or read-only disk must not fail requests that only read. */
export function createTokenUses(
  { [writable]: catalog }: Pick<Larder, typeof writable>,
  report: (error: unknown) => void,
): TokenUses {
  const underWay = new Map<string, Promise<void>>();
  /** The tokens used in this minute, whether or not the write succeeded. */
  const tried = new Set<string>();
  let triedAt = 0;

  const record = async (id: string, at: Date): Promise<void> => {
    // SQLite writes on this thread, so the request goes first.
    await nextTurn();
    try {
      await catalog.tokens.used(id, at);
    } catch (error) {
      report(error);
    } finally {
      underWay.delete(id);
    }
  };

  return {
    note: (token) => {
      const now = Math.floor(Date.now() / minute) * minute;
      if (token.lastUsedAt && token.lastUsedAt.getTime() >= now) return token;
      if (now !== triedAt) tried.clear();
      triedAt = now;
      const { id } = token;
      const lastUsedAt = new Date(now);
      if (!tried.has(id) && !underWay.has(id)) {
        tried.add(id);
        underWay.set(id, record(id, lastUsedAt));
      }
      return { ...token, lastUsedAt };
    },
    settle: async () => void (await Promise.all(underWay.values())),
  };
}
