/** The documents that native clients fetch, and what they are rendered from, in the catalog. */
import type { DocumentDigests, EntryKey, ListedEntry } from '../model/documents.ts';
import type { Blob, ProjectStatus } from '../model/records.ts';
import type { EcosystemId, JsonObject } from '../model/values.ts';

/** Documents up to this size, in bytes, are stored in the catalog; larger ones as pieces, each of which is a blob. */
export const mostInline = 64 * 1024;

export interface StoredDocument {
  readonly name: string;
  readonly part: string;
  /** Increases with each version of the document, and is at least the revision of the registry. */
  readonly from: number;
  readonly content: DocumentContent;
  /** In bytes. */
  readonly size: number;
  readonly digests: DocumentDigests;
  /** In whole seconds; later than that of every earlier version. */
  readonly lastModified: Date;
}

/**
 * `plain`: the bytes of all pieces; `gzip`: the member of their compressed forms; `removed`: the document no longer
 * exists.
 */
export type DocumentContent =
  | { readonly form: 'inline'; readonly bytes: Uint8Array }
  | {
      readonly form: 'plain' | 'gzip';
      readonly set: string;
      readonly pieces: readonly Piece[];
      readonly frame?: PieceFrame | undefined;
    }
  | { readonly form: 'removed' };

/** The parts of a document that are not pieces. Each has at most 32 KiB. */
export interface PieceFrame {
  /** The text before all pieces, and after them. */
  readonly head: string;
  readonly tail: string;
  /** The text between two pieces that are not empty. */
  readonly separator?: string | undefined;
  /** The bytes before a gzip member, in base64. */
  readonly before?: string;
}

/** A piece of a document. Its bytes are blobs, which a set of pieces references. */
export interface Piece {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** Present if the piece is a fragment of a list of entries. */
  readonly fragment?: FragmentOfPiece;
}

export interface FragmentOfPiece {
  /** The compressed form. */
  readonly deflatedSha256: string;
  /** In bytes. */
  readonly deflatedSize: number;
  readonly crc32: number;
  readonly count: number;
  /** The number of offered entries; absent in fragments of earlier versions, which had no frame. */
  readonly offered?: number;
  readonly first: EntryKey;
}

/** The last rendering of a part, or of the overview. */
export interface PartRendering {
  /** The revision of the registry that it includes. */
  readonly rendered: number;
  /** The facts that it depends on, as text. */
  readonly basis: string;
  /** Its date, in whole seconds: not before that of an earlier rendering of the same part. */
  readonly date: Date;
  readonly expiresAt: Date | null;
  /** The line for the overview. */
  readonly line: string;
}

export interface ListedPart {
  readonly part: string;
  /** The revision that last changed its entries. */
  readonly revision: number;
  readonly rendering: PartRendering | undefined;
  /** Whether it has entries of packages that are not withdrawn. */
  readonly isListed: boolean;
}

export interface CurrentDocument {
  /** The last rendering of `scope`; undefined if there is none. */
  readonly rendering: PartRendering | undefined;
  /** The last revision that changed a part of `reads`; undefined if none of them ever had entries. */
  readonly revision: number | undefined;
  /** The latest version of the document; undefined if there is none. */
  readonly document: StoredDocument | undefined;
}

export interface DocumentQuery {
  readonly registryId: string;
  readonly name: string;
  /** The part whose rendering vouches for the document; '' for the overview. */
  readonly scope: string;
  readonly reads: readonly string[];
}

/** A range of entries of a part: from a key, and before another one. */
export interface EntryRange {
  readonly from?: EntryKey | undefined;
  readonly before?: EntryKey | undefined;
}

/** A name of which entries changed or were removed; with a package id if one entry changed. */
export interface ChangedEntry {
  readonly nameKey: string;
  readonly packageId: string | undefined;
}

/** The last removal of an entry of a name. Renderings need it that include an earlier revision of the part. */
export interface RemovedEntry {
  readonly registryId: string;
  readonly ecosystem: EcosystemId;
  readonly part: string;
  readonly nameKey: string;
  readonly revision: number;
}

export interface ProjectOfPart {
  readonly metadata: JsonObject;
  readonly revision: number;
  readonly status: ProjectStatus;
  /** The versions of the tags, except for those of withdrawn packages. */
  readonly tags: ReadonlyMap<string, string>;
}

/** The changes of a rendering. They are stored together, or not at all. */
export interface NewRendering {
  readonly registryId: string;
  /** The rendering of this part, or '' for the overview, that was the latest when this one began. */
  readonly scope: string;
  readonly previous: PartRendering | undefined;
  readonly parts: readonly RenderedPart[];
  readonly documents: readonly StoredDocument[];
  /** The blobs of new pieces. */
  readonly blobs: readonly Blob[];
  /** The digests of stored blobs that sets gain. */
  readonly reused: readonly string[];
  /** The pieces that sets have gained, and those that their latest documents no longer have. */
  readonly sets: readonly ChangedSet[];
}

export interface RenderedPart extends PartRendering {
  readonly part: string;
  /** Whether the row of the part goes, unless the part has entries that are not listed, or has got some meanwhile. */
  readonly isEmpty: boolean;
}

export interface ChangedSet {
  readonly set: string;
  /** Whether the latest documents before did not have the set. Earlier ones may have had it. */
  readonly isNew: boolean;
  readonly gained: readonly Piece[];
  /** The digests of the pieces. */
  readonly lost: readonly string[];
  /** The number of the last version of a document with the lost pieces. */
  readonly lastFrom: number;
}

export interface DocumentVersion {
  readonly registryId: string;
  readonly name: string;
  readonly from: number;
}

export interface Stored {
  /** False if another server has stored a rendering meanwhile, or the registry was deleted. */
  readonly stored: boolean;
  readonly adopted: ReadonlySet<string>;
}

export type EndTurn = () => Promise<void>;

export interface DocumentReads {
  /** Returns a document and what decides whether it is current, in one query. */
  current(query: DocumentQuery): Promise<CurrentDocument>;
  /** Returns the stored documents with these bytes, the latest first. */
  byDigest(registryId: string, sha256: string): Promise<StoredDocument[]>;
  /** Returns the latest versions of the documents of a part. */
  latest(registryId: string, part: string): Promise<StoredDocument[]>;
  /** Returns the blobs of a set of pieces, by their SHA-256. */
  blobs(registryId: string, set: string): Promise<ReadonlyMap<string, Blob>>;
  /** Returns the revision of a registry; undefined if it was deleted. */
  revision(registryId: string): Promise<number | undefined>;
  part(registryId: string, part: string): Promise<ListedPart | undefined>;
  /** Returns the blob of a piece of any set. */
  pieceBlob(registryId: string, sha256: string): Promise<Blob | undefined>;
  /** Yields the parts of a registry, in order. Read in pages. */
  parts(registryId: string): AsyncIterable<ListedPart>;
  /** Yields the entries of a part, in order. Read in pages, between which other work of the process can run. */
  entries(registryId: string, part: string, range?: EntryRange): AsyncIterable<ListedEntry>;
  /** Returns the changes of a part after a revision; undefined if there are more than `limit`. */
  changes(registryId: string, part: string, after: number, limit: number): Promise<ChangedEntry[] | undefined>;
  /** Returns the project whose name key is the part. */
  project(registryId: string, part: string): Promise<ProjectOfPart | undefined>;
  /** Yields the removals of all registries, one registry after the other. In pages. */
  removed(): AsyncIterable<RemovedEntry>;
  /** Yields the versions that were replaced before a time, and documents that were removed before it. In pages. */
  replaced(before: Date): AsyncIterable<DocumentVersion>;
}

export interface DocumentCatalog extends DocumentReads {
  /**
   * Begins this server's turn to render a scope, so that servers do not render the same revision at the same time. Returns
   * what ends the turn; undefined if another server has the turn. A turn ends with the server, or if it is cut off from
   * the database: it saves work, and `store` does not depend on it.
   */
  beginTurn(registryId: string, scope: string): Promise<EndTurn | undefined>;
  store(rendering: NewRendering): Promise<Stored>;
  /** Forgets removals, except for names of which an entry was removed again. */
  forgetRemoved(removals: readonly RemovedEntry[]): Promise<void>;
  /** Removes versions of documents, and unreferences the pieces that only they had. */
  drop(versions: readonly DocumentVersion[]): Promise<void>;
}
