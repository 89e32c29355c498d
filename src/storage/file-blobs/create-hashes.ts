/** The digests of a file that is being written. */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { releaseMemory } from '../../model/release-memory.ts';
import type { Digests, ExtraDigest } from '../../model/values.ts';
import { hashBeside, type HashBeside } from './hash-beside.ts';

export interface Hashes {
  /** Called with the next pieces while they are written. */
  update(pieces: readonly Uint8Array[]): void;
  /** Called when they are written. */
  written(pieces: readonly Uint8Array[]): Promise<void>;
  digests(): Promise<Digests>;
  /** Called last, also after a failure. */
  close(): void;
}

/** With `ownsChunks`, frees the memory of the pieces, and hashes large files in another thread, too. */
export function createHashes(extraDigests: readonly ExtraDigest[], ownsChunks: boolean): Hashes {
  return ownsChunks && availableParallelism() > 1
    ? hashesOfTwoThreads(extraDigests)
    : hashesHere(extraDigests, ownsChunks);
}

function hashesHere(extraDigests: readonly ExtraDigest[], ownsChunks: boolean): Hashes {
  const hashes = new Map(['sha256', 'sha512', ...extraDigests].map((name) => [name, createHash(name)]));
  return {
    update: (pieces) => {
      for (const piece of pieces) for (const hash of hashes.values()) hash.update(piece);
    },
    written: async (pieces) => {
      if (ownsChunks) for (const piece of pieces) releaseMemory(piece);
    },
    digests: async () => asDigests(new Map([...hashes].map(([name, hash]) => [name, hash.digest('hex')]))),
    close: () => undefined,
  };
}

/** In bytes: smaller files are hashed sooner than another thread replies. */
const SMALL = 256 * 1024;

function hashesOfTwoThreads(extraDigests: readonly ExtraDigest[]): Hashes {
  const sha256 = createHash('sha256');
  // The slowest ones.
  const others = ['sha512', ...extraDigests];
  let early: Uint8Array[] = [];
  let size = 0;
  let beside: HashBeside | undefined;
  return {
    update: (pieces) => {
      for (const piece of pieces) sha256.update(piece);
    },
    written: async (pieces) => {
      early.push(...pieces);
      size += pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
      if (size <= SMALL) return;
      beside ??= hashBeside(others);
      const next = early;
      early = [];
      await beside.push(next);
    },
    digests: async () => {
      const found = beside ? await beside.end() : digestsOf(others, early);
      return asDigests(new Map([...found, ['sha256', sha256.digest('hex')]]));
    },
    close: () => beside?.close(),
  };
}

function digestsOf(algorithms: readonly string[], pieces: readonly Uint8Array[]): ReadonlyMap<string, string> {
  return new Map(
    algorithms.map((name) => {
      const hash = createHash(name);
      for (const piece of pieces) hash.update(piece);
      return [name, hash.digest('hex')];
    }),
  );
}

function asDigests(digests: ReadonlyMap<string, string>): Digests {
  const [sha256 = '', sha512 = '', md5, sha1] = ['sha256', 'sha512', 'md5', 'sha1'].map((name) => digests.get(name));
  return { sha256, sha512, ...(md5 !== undefined && { md5 }), ...(sha1 !== undefined && { sha1 }) };
}
