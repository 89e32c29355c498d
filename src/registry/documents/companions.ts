/**
 * Documents and their companions of one rendering, for clients that got one and may fetch the other after both were
 * replaced.
 */
import { LRUCache } from 'lru-cache';
import type { Client } from '../../contract/operation.ts';
import type { ReadableDocument } from './readable-document.ts';

export interface Companions {
  /** Keeps a set for a client, which has got the document. `isLast`: it got the companion before, so the set ends. */
  gotDocument(at: DocumentOfClient, set: DocumentSet, isLast: boolean): void;
  /** Returns the set of the document that the client got less than ten seconds ago. */
  ofDocument(at: DocumentOfClient): DocumentSet | undefined;
  /**
   * Keeps a set for a client, which has got a companion. zypper requests `repomd.xml.asc` before `repomd.xml`, with one
   * connection. Does nothing if the client got the document with that connection before.
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
  /** The number of the connection. */
  readonly by: number;
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
  const numberOf = ({ client: { connection } }: DocumentOfClient): number => {
    const number = connections.get(connection) ?? (opened += 1);
    connections.set(connection, number);
    return number;
  };
  const keyOf = ({ registryId, name, client: { id } }: DocumentOfClient): string =>
    JSON.stringify([registryId, name, id]);
  const keyOfConnection = (at: DocumentOfClient): string => `${keyOf(at)} ${numberOf(at)}`;
  const keep = (key: string, at: DocumentOfClient, set: DocumentSet): void => {
    sets.set(key, { set, by: numberOf(at), until: now() + held });
  };
  const find = (key: string): Held | undefined => {
    const found = sets.get(key);
    return found && now() < found.until ? found : undefined;
  };
  return {
    gotDocument: (at, set, isLast) => {
      sets.delete(keyOfConnection(at));
      if (isLast) sets.delete(keyOf(at));
      else keep(keyOf(at), at, set);
    },
    ofDocument: (at) => find(keyOf(at))?.set,
    gotCompanion: (at, set) => {
      if (find(keyOf(at))?.by !== numberOf(at)) keep(keyOfConnection(at), at, set);
    },
    ofCompanion: (at) => find(keyOfConnection(at))?.set,
  };
}
