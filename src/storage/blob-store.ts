/**
 * The interface of the blob store. Each blob has a location that is never reused. So the catalog alone decides which
 * blobs exist, and a blob can be removed without coordination with concurrent publications.
 *
 * The life of a blob: `stage` writes it, `keep` makes it durable at its location, a catalog transaction adopts the
 * location, and `settle` removes the staged name. A crash before the adoption leaves bytes that `sweep` finds. If the
 * transaction fails and may have been committed, `leave` the blob: a later `sweep` checks the catalog. `commit.ts` has
 * these steps.
 */
import type { Digests, ExtraDigest } from '../model/values.ts';

export interface BlobStore {
  /**
   * Writes a stream to a temporary file and hashes it. If the stream fails, no file is left. Its chunks are held until
   * they are written, and must not change until then.
   */
  stage(content: AsyncIterable<Uint8Array>, options?: StageOptions): Promise<StagedBlob>;
  /**
   * Returns a kept blob in the form of a staged one, so that it can be read like a new one. Its bytes are not moved,
   * and `keep`, `settle` and `discard` do nothing.
   */
  borrow(blob: StoredBlob): Promise<StagedBlob>;
  /**
   * Opens a blob, or its bytes `start` to `end` (both inclusive). A chunk is valid until the next one is requested. A
   * caller that stops early must call `return`, like `for await`. Throws `BlobMissing`.
   */
  open(location: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array>>;
  /** Reads a short range into memory. Throws `BlobMissing`. */
  read(location: string, range: ByteRange): Promise<Uint8Array>;
  /** Removes a blob. Does nothing if it does not exist, so that removals can be repeated after a crash. */
  remove(location: string): Promise<void>;
  /**
   * Removes the staged files of crashed processes. `isAdopted` returns whether the catalog has a location. Running
   * uploads, of this process or of others on the same folder, are not removed.
   */
  sweep(isAdopted: (location: string) => Promise<boolean>): Promise<void>;
  /** Throws if blobs cannot be written or read. */
  check(): Promise<void>;
  /** Yields all kept blobs, ordered by location. Blobs that are kept meanwhile may be missing. */
  list(): AsyncIterable<KeptBlob>;
  /** Yields the files that `sweep` checks: those whose process has ended or abandoned them. */
  leftBehind(): AsyncIterable<LeftBehind>;
  /** Returns whether the process that staged this location may still adopt it. Once false, it stays false. */
  isStaged(location: string): Promise<boolean>;
  /** Returns the size in bytes; undefined if the blob does not exist. */
  sizeOf(location: string): Promise<number | undefined>;
  /**
   * Holds all blobs: until the hold is disposed or its process ends, blobs keep their bytes even if their record is
   * dropped after this resolved. For readers of a snapshot of many blobs.
   */
  hold(): Promise<AsyncDisposable>;
  /**
   * Returns whether a process holds the blobs. Must be called after the records of blobs were dropped and before their
   * bytes are removed: then either the snapshot of the holder no longer has these records, or this returns true.
   */
  isHeld(): Promise<boolean>;
  /** Ends the staging of this store. Files that are still staged count as left behind. Never throws. */
  close(): Promise<void>;
}

/** The methods of a store that do not stage: reading, checking and repairing. */
export type ExistingBlobs = Pick<
  BlobStore,
  'open' | 'remove' | 'sweep' | 'list' | 'leftBehind' | 'isStaged' | 'hold' | 'isHeld' | 'sizeOf'
>;

export interface KeptBlob {
  readonly location: string;
  /** In bytes. */
  readonly size: number;
}

export interface LeftBehind {
  /** The path of the file, for people. */
  readonly path: string;
  /** The intended location; undefined if the file was never complete. */
  readonly location: string | undefined;
}

export interface StageOptions {
  readonly extraDigests?: readonly ExtraDigest[];
  /** Whether the store frees the memory of each chunk once it is written, because no other code uses it. */
  readonly ownsChunks?: boolean;
}

/** A kept blob. */
export type StoredBlob = Pick<StagedBlob, 'size' | 'digests' | 'location'>;

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface StagedBlob {
  /** A file with the bytes, readable until the blob is settled or discarded. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly digests: Digests;
  /** The location, unique to this blob. */
  readonly location: string;
  /** Begins to make the bytes durable, so that `keep` takes less time. Optional. Never throws. */
  prepare(): void;
  /** Makes the bytes durable at their location. They survive a power failure once this resolves. */
  keep(): Promise<void>;
  /** Removes the staged name. Must be called after the catalog has adopted the location. Never throws. */
  settle(): Promise<void>;
  /** Disables `settle` and `discard`: a later `sweep` checks whether the catalog has adopted the location. */
  leave(): void;
  /** Removes the bytes, kept or not, unless settled or left. May be called again. Never throws. */
  discard(): Promise<void>;
}

/** The catalog has a location without bytes: the store has lost them. */
export class BlobMissing extends Error {
  override readonly name = 'BlobMissing';
}

/** The storage does not exist. */
export class NoStorage extends Error {
  override readonly name = 'NoStorage';
}
