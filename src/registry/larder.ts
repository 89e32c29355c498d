/** The dependencies of the domain: every function gets them as a parameter. */
import type { EcosystemId } from '../model/values.ts';
import type { IndexCompression } from './documents.ts';
import type { Companions } from './documents/companions.ts';
import type { Ecosystem, Incoming, Release } from './ecosystem.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import type { Catalog, CatalogReads } from '../storage/catalog.ts';
import type { writable } from './writable.ts';

export interface Larder {
  readonly catalog: CatalogReads;
  readonly [writable]: Catalog;
  readonly blobs: BlobStore;
  /** The companions of documents that clients of this process have got. */
  readonly companions: Companions;
  /** How long after its deletion a version may be published again with different bytes. */
  readonly reuseHours: number;
  /** In milliseconds: how long the bytes of a blob stay after its last reference was removed. */
  readonly blobGrace: number;
  /** In bytes: the maximum of an upload in pieces. */
  readonly maxPackageSize: number;
  /** In milliseconds: the lifetime of an upload. */
  readonly uploadLifetime: number;
  /** In milliseconds: the lifetime of a finished upload, whose bytes no package has yet. */
  readonly finishedUploadLifetime: number;
  /** Whether an image is accepted without some of its layers or platforms. */
  readonly acceptsSparseImages: boolean;
  readonly indexCompression: IndexCompression;
  readonly ecosystems: Readonly<Record<EcosystemId, Ecosystem>>;
  /** Slugs that registries cannot have, because URLs need them. */
  readonly reservedRegistrySlugs: ReadonlySet<string>;
  /**
   * Reads files with the ecosystem's reader and returns the release in them. Throws `UnacceptableFile`, also if reading
   * takes too long or too much memory, and `unavailable` if other files keep all threads busy.
   */
  read(ecosystem: Ecosystem, incoming: Incoming): Promise<Release>;
}
