/** The bytes of deleted packages, which must stay for the grace period of every server that ran meanwhile. */
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { BrokenPromise } from './broken-promise.ts';
import type { Content } from './shelf.ts';

export interface Removals {
  /** Called after the deletion of a package was confirmed. */
  add(content: Content): void;
  /** Called before a server starts, with its grace period in milliseconds. */
  limit(grace: number): void;
  /** Throws `BrokenPromise` if bytes are missing. */
  verify(dataDir: string): Promise<void>;
}

export function createRemovals(): Removals {
  /** By the SHA-256 of the bytes: until when they must stay. */
  const until = new Map<string, number>();
  let current = Infinity;
  return {
    add: ({ sha256, others = [] }) => {
      for (const digest of [sha256, ...others]) until.set(digest, Date.now() + current);
    },
    limit: (grace) => {
      current = grace;
      for (const [digest, time] of until) until.set(digest, Math.min(time, Date.now() + grace));
    },
    verify: async (dataDir) => {
      const stored = new Set((await storedBytes(dataDir)).blobs);
      for (const [digest, time] of until) {
        if (time <= Date.now()) until.delete(digest);
        else if (!stored.has(digest)) throw new BrokenPromise(`The bytes ${digest} went before their grace was over.`);
      }
    },
  };
}
