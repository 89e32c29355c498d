/**
 * Documents and their companions of one rendering, for clients that got one and may fetch the other after both were
 * replaced.
 */
import { LRUCache } from 'lru-cache';
import type { Client } from '../../contract/operation.ts';
import type { ReadableDocument } from './readable-document.ts';

export interface Companions {
  /** Keeps a set for a client, which has got the document. `isLast`: it got the companion before. */
  gotDocument(at: DocumentOfClient, set: DocumentSet, isLast: boolean): void;
  /** Returns the set of the document that the client got less than ten seconds ago. */
  ofDocument(at: DocumentOfClient): DocumentSet | undefined;
  /**
   * Keeps a set for a client, which has got a companion. zypper requests `repomd.xml.asc` before `repomd.xml`, with one
   * connection. Does nothing if the client got a document whose companion this is, with any connection.
   */
  gotCompanion(at: DocumentOfClient, set: DocumentSet): void;
  /** Returns the set of the companion that the client got with this connection, unless it got the document since. */
  ofCompanion(at: DocumentOfClient): DocumentSet | undefined;
}

export interface DocumentOfClient {
  readonly registryId: string;
  /** The name of the document. */
  readonly name: string;
  readonly client: Client;
}

/** The document first. */
export type DocumentSet = readonly [ReadableDocument, ...ReadableDocument[]];

/** In milliseconds. */
const held = 10_000;

/** In bytes, by the estimate that each set needs 1,000 more than its content. */
const mostHeld = 16 * 1024 * 1024;

interface Held {
  readonly set: DocumentSet;
  /** Whether the client has got the document, and not yet its companion. */
  readonly needsCompanion: boolean;
  readonly until: number;
}

/** `now` returns a time in milliseconds, which never decreases. */
export function createCompanions(now: () => number): Companions {
  const sets = new LRUCache<string, Held>({
    maxSize: mostHeld,
    sizeCalculation: ({ set }) => set.reduce((total, { size }) => total + size, 1000),
  });
  const connections = new WeakMap<object, number>();
  let opened = 0;
  const keyOf = ({ registryId, name, client: { id } }: DocumentOfClient): string =>
    JSON.stringify([registryId, name, id]);
  const keyOfConnection = (at: DocumentOfClient): string => {
    const { connection } = at.client;
    const number = connections.get(connection) ?? (opened += 1);
    connections.set(connection, number);
    return `${keyOf(at)} ${number}`;
  };
  const find = (key: string): Held | undefined => {
    const found = sets.get(key);
    return found && now() < found.until ? found : undefined;
  };
  return {
    gotDocument: (at, set, isLast) => {
      sets.set(keyOf(at), { set, needsCompanion: !isLast, until: now() + held });
      sets.delete(keyOfConnection(at));
    },
    ofDocument: (at) => find(keyOf(at))?.set,
    gotCompanion: (at, set) => {
      const before = find(keyOf(at));
      if (before?.needsCompanion === true) sets.set(keyOf(at), { ...before, needsCompanion: false });
      else sets.set(keyOfConnection(at), { set, needsCompanion: false, until: now() + held });
    },
    ofCompanion: (at) => find(keyOfConnection(at))?.set,
  };
}
