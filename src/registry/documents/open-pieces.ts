/** Opens the stored pieces of documents. */
import { BlobMissing } from '../../storage/blob-store.ts';
import type { Blob } from '../../model/records.ts';
import type { Larder } from '../larder.ts';
import { onePiece, type OpenPiece } from './read-content.ts';

/** In bytes: pieces up to this size can be read into memory. */
const mostHeld = 1024 * 1024;

/**
 * The blobs of a set are looked up together, when its first piece is opened. `how`: as streams for clients, which may be
 * slow, or into memory for a rendering.
 */
export function openPieces({ catalog, blobs }: Larder, registryId: string, how: 'stream' | 'memory'): OpenPiece {
  const sets = new Map<string, Promise<ReadonlyMap<string, Blob>>>();
  return async (set, sha256, range) => {
    const known = sets.get(set) ?? catalog.documents.blobs(registryId, set);
    sets.set(set, known);
    // A new set may have pieces of another one, which are not stored as its own yet.
    const blob = (await known).get(sha256) ?? (await catalog.documents.pieceBlob(registryId, sha256));
    if (blob === undefined) throw new BlobMissing(`The piece ${sha256} of a document has no blob.`);
    const isShort = range.end - range.start < mostHeld;
    return how === 'memory' && isShort
      ? onePiece(await blobs.read(blob.location, range))
      : await blobs.open(blob.location, range);
  };
}
