/**
 * Where the bytes of files are kept. A blob lies at a location of its own, which is never used twice: that is what lets
 * the catalog alone decide which blobs live, and lets a blob be removed without asking whether somebody just came.
 *
 * The life of a blob: `stage` writes it, `keep` makes it durable at its location, a catalog transaction adopts that
 * location, `settle` forgets that it was ever staged. A crash before the adoption leaves bytes that `sweep` finds.
 * When the transaction fails in a way that leaves open whether it was committed, `leave` it: `sweep` asks the catalog, in
 * time. `commit.ts` has these steps.
 */
import type { Digests, ExtraDigest } from '../model/values.ts';

export interface BlobStore {
  /**
   * Writes a stream to a temporary place, hashing on the way. When the stream fails, nothing stays behind. Its pieces are
   * held until they are written, and must not change until then.
   */
  stage(content: AsyncIterable<Uint8Array>, options?: StageOptions): Promise<StagedBlob>;
  /**
   * A kept blob in the form of a staged one, for who wants to read it again as it was read when it came: its bytes stay
   * where they are, and the steps of its life have nothing to do.
   */
  borrow(blob: StoredBlob): Promise<StagedBlob>;
  /**
   * Opens a blob, or the bytes `start` to `end` of it (both inclusive). A piece holds until the next one is asked for; who
   * stops early has to say so (`return`), as `for await` does. Throws `BlobMissing`.
   */
  open(location: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array>>;
  /** Reads a range that is short enough to be held. Throws `BlobMissing`. */
  read(location: string, range: ByteRange): Promise<Uint8Array>;
  /** Removes a blob; removing what is not there is not an error, so that removals can be repeated after a crash. */
  remove(location: string): Promise<void>;
  /**
   * Removes what crashed processes left staged. `isAdopted` tells whether the catalog knows a location.
   * Uploads in progress, of this process or of others on the same folder, are left alone.
   */
  sweep(isAdopted: (location: string) => Promise<boolean>): Promise<void>;
  /** Throws when blobs cannot be written or read at present. */
  check(): Promise<void>;
  /** All kept blobs, ordered by location: those that are kept while it runs may be among them, or not. */
  list(): AsyncIterable<KeptBlob>;
  /** Bytes that are there although whoever staged them has ended, or forgotten them: what `sweep` looks at. */
  leftBehind(): AsyncIterable<LeftBehind>;
  /** Whether bytes at this location may still be adopted by who staged them; once they may not, they never will be. */
  isStaged(location: string): Promise<boolean>;
  /** In bytes; undefined when there is no such blob. */
  sizeOf(location: string): Promise<number | undefined>;
  /**
   * Holds all blobs: until it is disposed, or its process ends, blobs of which the record is dropped after this resolved
   * keep their bytes. For a reader of many blobs that the records of one moment name.
   */
  hold(): Promise<AsyncDisposable>;
  /**
   * Whether a process holds the blobs. Is called after the records of blobs were dropped and before their bytes are
   * removed: then either the holder reads records that no longer name them, or this returns true.
   */
  isHeld(): Promise<boolean>;
  /** Ends the staging of this store. What is still staged counts as left behind from now on. Never throws. */
  close(): Promise<void>;
}

/** As much of a store as can be had without writing to it, and what mends it. */
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
  /** Tells people where it lies. */
  readonly path: string;
  /** Where its bytes were to lie; undefined for what was never whole. */
  readonly location: string | undefined;
}

export interface StageOptions {
  readonly extraDigests?: readonly ExtraDigest[];
}

/** What is known of a blob that is kept. */
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
  /** Where the bytes will lie; unique to this blob. */
  readonly location: string;
  /** Makes the bytes durable at their location: they survive a power cut once this resolves. */
  keep(): Promise<void>;
  /** After the catalog has adopted the location: forgets the staging. Never throws. */
  settle(): Promise<void>;
  /** Makes `settle` and `discard` do nothing any more: a later `sweep` asks the catalog whether it has adopted the location. */
  leave(): void;
  /** Removes the bytes, kept or not, unless settled or left. May be called again. Never throws. */
  discard(): Promise<void>;
}

/** The catalog names a location at which there are no bytes: the store has lost them. */
export class BlobMissing extends Error {
  override readonly name = 'BlobMissing';
}

/** There is no storage where there should be one already. */
export class NoStorage extends Error {
  override readonly name = 'NoStorage';
}
