/** The indexes of native clients, in the catalog. */
import type { Index, NewIndexFile, StoredIndexFile } from '../model/records.ts';

/** The input for building the next index of a registry, read in one transaction. */
export interface IndexBasis {
  readonly revision: number;
  /** The parts that have entries, and those that lost all of them since the latest index was built. */
  readonly parts: readonly BasisPart[];
  readonly latest: Index | undefined;
  /** Files of the latest index that belong to a part. */
  readonly files: readonly NewIndexFile[];
}

export interface BasisPart {
  readonly part: string;
  /** Whether the part has changed since the latest index was built. */
  readonly changed: boolean;
  readonly empty: boolean;
}

/** A stored entry. */
export interface StoredEntry {
  readonly text: string;
  /** When its package was published in this registry or copied to it. */
  readonly createdAt: Date;
}

/** The older indexes of a registry that remain readable, for clients that have read a part of one. */
export interface KeptIndexes {
  /** Indexes that were replaced after this time, */
  readonly replacedAfter: Date;
  /** and at most this many, including the new one. */
  readonly most: number;
}

export interface IndexInsertion {
  readonly stored: boolean;
  /** The offered locations that the catalog adopted. The bytes at the others already exist. */
  readonly adopted: ReadonlySet<string>;
}

export interface Indexes {
  /** Returns undefined if the registry was deleted. */
  basis(registryId: string): Promise<IndexBasis | undefined>;
  /** Returns the parts that have entries, in order. */
  parts(registryId: string): Promise<string[]>;
  /** Yields the entries of a part, ordered by package name, then id. Read in pages, so memory use is constant. */
  entries(registryId: string, part: string): AsyncIterable<StoredEntry>;
  /** Returns the revision of the registry that last changed a part; undefined if the part never had entries. */
  partRevision(registryId: string, part: string): Promise<number | undefined>;
  /**
   * Stores a built index, removes parts without entries, drops older indexes except for those to keep, and unreferences
   * their blobs. `previous` is the latest index of the basis: if another server has stored one since, or the registry
   * was deleted, nothing is stored.
   */
  insert(
    index: Index,
    files: readonly NewIndexFile[],
    options: { readonly previous: Index | undefined; readonly keep: KeptIndexes },
  ): Promise<IndexInsertion>;
  latest(registryId: string): Promise<Index | undefined>;
  /** Returns a file of the latest index. */
  file(registryId: string, path: string): Promise<StoredIndexFile | undefined>;
  /** Returns a file of any stored index, by the path's folder and its SHA-256. */
  fileBySha256(registryId: string, folder: string, sha256: string): Promise<StoredIndexFile | undefined>;
}
