/** Records when tokens were last used, beside the requests that use them: none waits for it, and none fails with it. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Token } from '../model/records.ts';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

export interface TokenUses {
  /** Records that a token is used now, to the minute. Returns the token with this time. */
  note(token: Token): Token;
  /** Waits for what is being recorded. */
  settle(): Promise<void>;
}

/** In milliseconds. A write for every request would cost more than most requests. */
const minute = 60_000;

/** `report` is called with each failure: a disk that is full or read-only is no reason to refuse those who read. */
export function createTokenUses(
  { [writable]: catalog }: Pick<Larder, typeof writable>,
  report: (error: unknown) => void,
): TokenUses {
  const underWay = new Map<string, Promise<void>>();
  /** Of this minute, whether or not they could be recorded. */
  const tried = new Set<string>();
  let triedAt = 0;

  const record = async (id: string, at: Date): Promise<void> => {
    // SQLite writes on this thread: the request goes first.
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
