/** The companions that clients may still fetch, after the document that they belong to was replaced. */
import { LRUCache } from 'lru-cache';
import type { ReadableDocument } from './readable-document.ts';

export interface Companions {
  /** Keeps a companion for a client, which has got the document that it belongs to. */
  hold(at: CompanionOfClient, companion: ReadableDocument): void;
  /** Returns the companion, unless the client got the document ten seconds ago or earlier. */
  find(at: CompanionOfClient): ReadableDocument | undefined;
}

export interface CompanionOfClient {
  readonly registryId: string;
  readonly name: string;
  /** A token or an address. */
  readonly client: string;
}

/** In milliseconds. */
const held = 10_000;

/** In bytes, by the estimate that each companion needs 1,000 more than its content. */
const mostHeld = 16 * 1024 * 1024;

/** `now` returns a time in milliseconds, which never decreases. */
export function createCompanions(now: () => number): Companions {
  const companions = new LRUCache<string, { readonly companion: ReadableDocument; readonly until: number }>({
    maxSize: mostHeld,
    sizeCalculation: ({ companion: { size } }) => size + 1000,
  });
  return {
    hold: (at, companion) => companions.set(keyOf(at), { companion, until: now() + held }),
    find: (at) => {
      const found = companions.get(keyOf(at));
      return found && now() < found.until ? found.companion : undefined;
    },
  };
}

function keyOf({ registryId, name, client }: CompanionOfClient): string {
  return JSON.stringify([registryId, name, client]);
}
