/** The indexes that native clients read, as the catalog keeps them. */
import type { Index, NewIndexFile, StoredIndexFile } from '../model/records.ts';

/** What building the next index of a registry starts from, read in one transaction. */
export interface IndexBasis {
  readonly revision: number;
  /** The parts that have entries, and those that lost them since the latest index was built. */
  readonly parts: readonly BasisPart[];
  readonly latest: Index | undefined;
  /** Files of the latest index that belong to a part. */
  readonly files: readonly NewIndexFile[];
}

export interface BasisPart {
  readonly part: string;
  /** Since the latest index was built. */
  readonly changed: boolean;
  readonly empty: boolean;
}

/** An entry as it is stored. */
export interface StoredEntry {
  readonly text: string;
  /** When its package was published in this registry, or copied to it. */
  readonly createdAt: Date;
}

/** Which indexes of a registry stay readable, for clients that are half-way through an earlier one. */
export interface KeptIndexes {
  /** Those that were replaced after this. */
  readonly replacedAfter: Date;
  /** And no more than so many, the new one included. */
  readonly most: number;
}

export interface IndexInsertion {
  readonly stored: boolean;
  /** The locations, of those offered, that the catalog names; the others hold bytes that it had already. */
  readonly adopted: ReadonlySet<string>;
}

export interface Indexes {
  /** Undefined when the registry has gone. */
  basis(registryId: string): Promise<IndexBasis | undefined>;
  /** The parts that have entries now, in order. */
  parts(registryId: string): Promise<string[]>;
  /** The entries of a part at this moment, ordered by package name, then id; read in pages, so memory stays flat. */
  entries(registryId: string, part: string): AsyncIterable<StoredEntry>;
  /** The revision of the registry that changed a part last; undefined if the part never had entries. */
  partRevision(registryId: string, part: string): Promise<number | undefined>;
  /**
   * Stores a built index, forgets parts that have no entries any more, and drops older indexes but those to keep,
   * releasing their blobs. `previous` is the latest index of the basis that it was built from: when another server has
   * stored one since, or the registry has gone, nothing is stored.
   */
  insert(
    index: Index,
    files: readonly NewIndexFile[],
    options: { readonly previous: Index | undefined; readonly keep: KeptIndexes },
  ): Promise<IndexInsertion>;
  latest(registryId: string): Promise<Index | undefined>;
  /** A file of the latest index. */
  file(registryId: string, path: string): Promise<StoredIndexFile | undefined>;
  /** A file of any index that is still kept, by the path's folder and its SHA-256. */
  fileBySha256(registryId: string, folder: string, sha256: string): Promise<StoredIndexFile | undefined>;
}
