/** Opens the stored pieces of documents. */
import { BlobMissing, type ByteRange } from '../../storage/blob-store.ts';
import type { Blob } from '../../model/records.ts';
import type { Larder } from '../larder.ts';
import type { OpenPiece } from './read-content.ts';

/** Opens pieces of any set of a registry, by looking up each blob. */
export function openPieces({ catalog, blobs }: Larder, registryId: string): OpenPiece {
  return async (sha256, range) => openBlob(blobs, await catalog.documents.pieceBlob(registryId, sha256), sha256, range);
}

/** Opens pieces of one set, whose blobs are looked up together. */
export function openSet({ catalog, blobs }: Larder, registryId: string, set: string): OpenPiece {
  let known: Promise<ReadonlyMap<string, Blob>> | undefined;
  return async (sha256, range) => {
    known ??= catalog.documents.blobs(registryId, set);
    return openBlob(blobs, (await known).get(sha256), sha256, range);
  };
}

function openBlob(
  blobs: Larder['blobs'],
  blob: Blob | undefined,
  sha256: string,
  range: ByteRange,
): Promise<AsyncIterable<Uint8Array>> {
  if (blob === undefined) throw new BlobMissing(`The piece ${sha256} of a document has no blob.`);
  return blobs.open(blob.location, range);
}
