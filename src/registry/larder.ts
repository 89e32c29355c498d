/** What the domain works with. Handed to each of its functions, so that none reaches for a database or a disk by itself. */
import type { Ecosystem, EcosystemId } from '../ecosystems/ecosystem.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import type { Catalog } from '../storage/catalog.ts';

export interface Larder {
  readonly catalog: Catalog;
  readonly blobs: BlobStore;
  readonly ecosystems: Readonly<Record<EcosystemId, Ecosystem>>;
}
