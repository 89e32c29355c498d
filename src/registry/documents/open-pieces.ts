/** Opens the stored pieces of documents. */
import { BlobMissing } from '../../storage/blob-store.ts';
import type { Blob } from '../../model/records.ts';
import type { Larder } from '../larder.ts';
import type { OpenPiece } from './read-content.ts';

/** The blobs of a set are looked up together, when its first piece is opened. */
export function openPieces({ catalog, blobs }: Larder, registryId: string): OpenPiece {
  const sets = new Map<string, Promise<ReadonlyMap<string, Blob>>>();
  return async (set, sha256, range) => {
    const known = sets.get(set) ?? catalog.documents.blobs(registryId, set);
    sets.set(set, known);
    // A new set may have pieces of another one, which are not stored as its own yet.
    const blob = (await known).get(sha256) ?? (await catalog.documents.pieceBlob(registryId, sha256));
    if (blob === undefined) throw new BlobMissing(`The piece ${sha256} of a document has no blob.`);
    return blobs.open(blob.location, range);
  };
}
